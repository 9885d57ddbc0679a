import type { PageState } from "@trainyard/app/page";
import { Check } from "../../parts/check.tsx";
import { edit } from "../page-link.ts";
import { StepCard } from "../step-card.tsx";

const documentation = "https://docs.supervisely.com/neural-networks/model-evaluation-benchmark/";

export function BenchmarkStep({ state }: { readonly state: PageState }) {
  const { benchmark, speedtest } = state.form;
  const summary = benchmark ? `On${speedtest ? ", with speed test" : ""}` : "Off";
  return (
    <StepCard state={state} step={5} summary={summary}>
      <p class="muted small">
        It generates an evaluation dashboard: metrics, errors and example predictions.{" "}
        <a href={documentation} rel="noreferrer" target="_blank">
          What the Model Benchmark measures
        </a>
      </p>
      <Check
        label="Run Model Benchmark evaluation"
        about="The best checkpoint is evaluated on the val set when the training is done."
        checked={benchmark}
        onChange={(on) => void edit({ benchmark: on, speedtest: on && speedtest })}
      />
      {benchmark ? (
        <Check
          label="Run speed test"
          about="Measures how long an image takes."
          checked={speedtest}
          onChange={(on) => void edit({ speedtest: on })}
        />
      ) : null}
    </StepCard>
  );
}
