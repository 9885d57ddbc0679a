import type { PageState } from "@trainyard/app/page";
import { Button } from "../../parts/button.tsx";
import { YamlEditor } from "../editor/yaml-editor.tsx";
import { edit } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";

export function HyperparametersStep({ state }: { readonly state: PageState }) {
  const { form, app, derived } = state;
  const { changes } = derived;
  const notes = derived.steps[4]?.notes ?? [];
  const unreadable = changes.length === 0 && notes.some(({ tone }) => tone === "bad");
  const few = changes.length === 1 ? "1 value differs" : `${changes.length} values differ`;
  const same = unreadable ? "Cannot be compared yet" : "As the app has them";
  const count = changes.length === 0 ? same : `${few} from the app's own`;
  return (
    <StepCard state={state} step={4} summary={count}>
      <YamlEditor text={form.hyperparameters ?? app.hyperparameters} known={app.known} notes={notes} />
      <div class="row">
        <span class="muted small">{count}</span>
        <Button
          kind="plain"
          disabled={changes.length === 0 && form.hyperparameters === app.hyperparameters}
          onClick={() => void edit({ hyperparameters: app.hyperparameters })}
        >
          Reset to defaults
        </Button>
      </div>
      {changes.length === 0 ? null : (
        <ul class="changes">
          {changes.map(({ path, from, to }) => (
            <li key={path}>
              <code>{path}</code> <del>{from === "" ? "not set" : from}</del> →{" "}
              <ins>{to === "" ? "removed" : to}</ins>
            </li>
          ))}
        </ul>
      )}
    </StepCard>
  );
}
