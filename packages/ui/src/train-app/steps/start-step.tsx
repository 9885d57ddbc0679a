import type { PageState } from "@trainyard/app/page";
import { Button } from "../../parts/button.tsx";
import { DraftInput } from "../../parts/draft-input.tsx";
import { Field } from "../../parts/field.tsx";
import { act, edit, online, refusal } from "../page-link.ts";
import { PlanTable, usePlan } from "../plan-table.tsx";
import { StepCard } from "../step-card.tsx";

export function StartStep({ state }: { readonly state: PageState }) {
  const { form, app, run } = state;
  const busy = run.phase === "running" || run.phase === "stopping";
  const plan = usePlan(state);
  const stopped =
    typeof plan === "object" && plan !== null && plan.problems.some(({ tone }) => tone === "bad");
  return (
    <StepCard state={state} step={7} summary="">
      <div class="filters">
        <Field label="Experiment name" about="Left empty, the app names it.">
          <DraftInput
            id="field-experimentName"
            maxLength={200}
            disabled={busy}
            value={form.experimentName ?? ""}
            onCommit={(value) => void edit({ experimentName: value === "" ? null : value })}
          />
        </Field>
        {app.devices.length > 0 ? (
          <Field label="Device" about="Where it trains.">
            <select
              value={form.device}
              disabled={busy}
              onChange={({ currentTarget }) => void edit({ device: currentTarget.value })}
            >
              {app.devices.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </Field>
        ) : null}
      </div>
      <PlanTable state={state} plan={plan} />
      <div class="row">
        <Button
          kind="primary"
          disabled={busy || stopped || run.canResume || !online.value}
          onClick={() => void act({ type: "start" })}
        >
          {busy ? "Training…" : run.phase === "idle" ? "Start training" : "Start again"}
        </Button>
        {run.canResume ? (
          <Button kind="primary" onClick={() => void act({ type: "resume" })}>
            Resume upload
          </Button>
        ) : null}
        {refusal.value === "" ? null : (
          <span class="refusal" role="alert">
            {refusal.value}
          </span>
        )}
      </div>
    </StepCard>
  );
}
