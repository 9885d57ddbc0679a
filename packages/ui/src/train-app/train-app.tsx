import { Badge } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { CodePanel } from "./code-panel.tsx";
import { act, online, page } from "./page-link.ts";
import { ResultView } from "./result-view.tsx";
import { RunView } from "./run-view.tsx";
import { BenchmarkStep } from "./steps/benchmark-step.tsx";
import { ClassesStep } from "./steps/classes-step.tsx";
import { ExportStep } from "./steps/export-step.tsx";
import { HyperparametersStep } from "./steps/hyperparameters-step.tsx";
import { ModelStep } from "./steps/model-step.tsx";
import { ProjectStep } from "./steps/project-step.tsx";
import { SplitStep } from "./steps/split-step.tsx";
import { StartStep } from "./steps/start-step.tsx";

const steps = [
  ProjectStep,
  ModelStep,
  ClassesStep,
  SplitStep,
  HyperparametersStep,
  BenchmarkStep,
  ExportStep,
  StartStep,
];

/** The whole page: a vertical stepper, then the training. */
export function TrainApp() {
  const state = page.value;
  if (state === null)
    return (
      <main class="train-app">
        <h1>Train</h1>
        <div class="card loading" role="status">
          {online.value ? "Reading the project…" : "The app does not answer. Trying again…"}
        </div>
      </main>
    );
  const busy = state.run.phase === "running" || state.run.phase === "stopping";
  const over = state.run.phase === "finished";
  return (
    <main class="train-app">
      <header class="row page-head">
        <div>
          <h1>Train {state.app.framework}</h1>
          <p class="muted">
            Task {state.taskId} · {state.project.name}
          </p>
        </div>
        <span class="push row">
          <Badge tone={online.value ? "good" : "warn"}>{online.value ? "Connected" : "Not connected"}</Badge>
          <Button disabled={!state.undo || busy || !online.value} onClick={() => void act({ type: "undo" })}>
            Undo
          </Button>
          <Button disabled={!state.redo || busy || !online.value} onClick={() => void act({ type: "redo" })}>
            Redo
          </Button>
        </span>
      </header>
      {online.value ? null : (
        <Notice tone={over ? "info" : "warn"}>
          {over
            ? "The app has ended with its training. What it left is below."
            : "The app does not answer: it ended, or the connection is lost. Trying again; what you see is the last it said."}
        </Notice>
      )}
      {state.run.result === null ? null : <ResultView state={state} result={state.run.result} />}
      <RunView state={state} />
      <div class="steps">
        {steps.map((Step, index) => (
          <Step key={state.derived.steps[index]?.title} state={state} />
        ))}
      </div>
      <CodePanel state={state} />
    </main>
  );
}
