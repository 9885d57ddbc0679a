import type { PageState } from "@trainyard/app/page";
import { Check } from "../../parts/check.tsx";
import { edit } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";

const titles = { onnx: "ONNX", tensorrt: "TensorRT engine" } as const;

export function ExportStep({ state }: { readonly state: PageState }) {
  const { app, form } = state;
  const names = form.exports.map((format) => titles[format]).join(", ");
  return (
    <StepCard state={state} step={6} summary={names === "" ? "Checkpoints only" : names}>
      {app.exports.map((format) => (
        <Check
          key={format}
          label={`Export to ${titles[format]}`}
          checked={form.exports.includes(format)}
          onChange={(on) =>
            void edit({
              exports: app.exports.filter((known) => (known === format ? on : form.exports.includes(known))),
            })
          }
        />
      ))}
    </StepCard>
  );
}
