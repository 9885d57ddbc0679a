import type { PageForm, PagePlan, PageState } from "@trainyard/app/page";
import { useEffect, useState } from "preact/hooks";
import { Code } from "../parts/code.tsx";
import { Notice } from "../parts/notice.tsx";
import { Table } from "../parts/table.tsx";
import { act, online, pageUrl } from "./page-link.ts";

/** The plan of what the page shows, made anew when that changes; null while it is made. */
export function usePlan({ form, passed, run }: PageState): PagePlan | string | null {
  const [planned, setPlanned] = useState<{ form: PageForm | null; plan: PagePlan | string | null }>({
    form: null,
    plan: null,
  });
  // An app that has ended with its training plans no more: what it planned last stays.
  const wanted = passed === 7 && run.phase !== "running" && online.value && planned.form !== form;
  useEffect(() => {
    if (!wanted) return;
    const over = new AbortController();
    void readPlan(over.signal).then((plan) => {
      if (!over.signal.aborted) setPlanned({ form, plan });
    });
    return () => over.abort();
  }, [form, wanted]);
  return planned.plan;
}

async function readPlan(signal: AbortSignal): Promise<PagePlan | string> {
  try {
    const answer = await fetch(pageUrl("page/plan"), { signal });
    if (answer.ok) return (await answer.json()) as PagePlan;
    return `The plan could not be made: ${await whyNot(answer)}`;
  } catch {
    return "The app does not answer, so there is no plan.";
  }
}

async function whyNot(answer: Response): Promise<string> {
  const { detail }: { detail?: { message?: string } } = await answer.json().catch(() => ({}));
  return detail?.message ?? answer.statusText;
}

/** The training as it will be done: each value and who said it, what is doubtful, what was not looked at. */
export function PlanTable({
  state,
  plan,
}: {
  readonly state: PageState;
  readonly plan: PagePlan | string | null;
}) {
  if (plan === null)
    return (
      <p class="muted" role="status">
        Planning…
      </p>
    );
  if (typeof plan === "string") return <Notice tone="warn">{plan}</Notice>;
  return (
    <div class="stack plan-table">
      {plan.rows.length === 0 ? null : (
        <Table
          label="Plan"
          rows={plan.rows}
          rowKey={({ name }) => name}
          empty=""
          columns={[
            { title: "Setting", cell: ({ name }) => <span class={indent(name)}>{name.trim()}</span> },
            { title: "Value", cell: ({ value }) => <span class="plan-value">{value}</span> },
            { title: "Said by", cell: ({ origin }) => <span class="muted">{origin}</span> },
          ]}
        />
      )}
      {plan.problems.map(({ tone, text, step }) => (
        <Notice key={text} tone={tone}>
          {text}{" "}
          {step === null || step === 7 ? null : (
            <button type="button" class="jump" onClick={() => void act({ type: "change", step })}>
              Change {state.derived.steps[step]?.title}
            </button>
          )}
        </Notice>
      ))}
      {plan.notChecked.map((sentence) => (
        <Notice key={sentence} tone="info">
          Not checked: {sentence}
        </Notice>
      ))}
      <details>
        <summary>The exact state it starts with</summary>
        <Code label="state" text={plan.state} />
      </details>
    </div>
  );
}

function indent(name: string): string {
  return name.startsWith(" ") ? "plan-key inner" : "plan-key";
}
