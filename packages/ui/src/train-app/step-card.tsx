import type { PageState } from "@trainyard/app/page";
import type { ComponentChildren } from "preact";
import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Notes } from "./notes.tsx";
import { act, online, refusal } from "./page-link.ts";

/** One step: its heading, what stands in it while it is open, a line about it while it is selected. */
export function StepCard({
  state,
  step,
  summary,
  children,
}: {
  readonly state: PageState;
  readonly step: number;
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { title, about, notes, on } = state.derived.steps[step] ?? {
    title: "",
    about: "",
    notes: [],
    on: false,
  };
  if (!on) return null;
  const number = state.derived.steps.slice(0, step).filter((before) => before.on).length + 1;
  const open = step === state.passed;
  const done = step < state.passed;
  const busy = state.run.phase === "running" || state.run.phase === "stopping";
  const status = open ? "open" : done ? "done" : "locked";
  return (
    <section class={`card step ${status}`} aria-labelledby={`step-${step}`} id={`card-${step}`}>
      <header class="row">
        <span class="step-number" aria-hidden="true">
          {done ? "✓" : number}
        </span>
        <div class="step-title">
          <h2 id={`step-${step}`}>{title}</h2>
          <p class="muted small">
            {done ? summary : status === "locked" ? "Select previous step to unlock" : about}
          </p>
        </div>
        <span class="push row">
          {status === "locked" ? <Badge>Locked</Badge> : null}
          {done ? (
            <Button
              disabled={busy || !online.value}
              aria-label={`Change ${title}`}
              onClick={() => void act({ type: "change", step })}
            >
              Change
            </Button>
          ) : null}
        </span>
      </header>
      {open ? (
        <div class="stack step-body">
          {children}
          <Notes notes={notes} />
          {step === 7 ? null : (
            <div class="row">
              <Button
                kind="primary"
                disabled={!online.value}
                aria-label={`Select ${title}`}
                onClick={() => select(step)}
              >
                Select
              </Button>
              {refusal.value === "" || notes.some(({ text }) => text === refusal.value) ? null : (
                <span class="refusal" role="alert">
                  {refusal.value}
                </span>
              )}
            </div>
          )}
        </div>
      ) : null}
    </section>
  );
}

/** Selects, then leads the keyboard to the step that opened. */
async function select(step: number): Promise<void> {
  await act({ type: "select" });
  if (refusal.value !== "") return;
  setTimeout(() => {
    const next = document.querySelector<HTMLElement>(".step.open");
    if (next === null || next.id === `card-${step}`) return;
    next.scrollIntoView({ block: "nearest" });
    next
      .querySelector<HTMLElement>(".step-body input:not(:disabled), .step-body button, .step-body [tabindex]")
      ?.focus({ preventScroll: true });
  }, 60);
}
