import type { PageState } from "@trainyard/app/page";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { act, edit, online, refusal } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";

export function StartStep({ state }: { readonly state: PageState }) {
  const { form, app, derived, project, run } = state;
  const busy = run.phase === "running" || run.phase === "stopping";
  const { model, split } = form;
  const { images, changes } = derived;
  const rows: readonly (readonly [string, string])[] = [
    ["Project", `${project.name} (${project.id})`],
    ["Model", model.from === "pretrained" ? model.name : `task ${model.taskId}, ${model.checkpoint}`],
    ["Classes", form.classes.join(", ")],
    ["Split", images === null ? split.by : `${split.by}: ${images.train} train, ${images.val} val`],
    [
      "Hyperparameters",
      changes.length === 0
        ? "as the app has them"
        : changes.map(({ path, to }) => `${path} ${to}`).join(", "),
    ],
    ["Benchmark", form.benchmark ? (form.speedtest ? "on, with speed test" : "on") : "off"],
    ["Export", form.exports.length === 0 ? "checkpoints only" : form.exports.join(", ")],
  ];
  return (
    <StepCard state={state} step={7} summary="">
      <div class="filters">
        <Field label="Experiment name" about="Left empty, the app names it.">
          <input
            id="field-experimentName"
            type="text"
            maxLength={200}
            disabled={busy}
            value={form.experimentName ?? ""}
            onChange={({ currentTarget: { value } }) =>
              void edit({ experimentName: value === "" ? null : value })
            }
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
      <dl class="plan">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <Button
          kind="primary"
          disabled={busy || run.canResume || !online.value}
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
