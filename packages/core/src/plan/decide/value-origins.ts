import type { Layer } from "../../spec/layer.ts";
import { saidFor } from "../../spec/layer.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import type { PlannedTraining, TrainPlan, ValueOrigin } from "../terms/train-plan.ts";

/** Who said each value of a plan; `default` where nobody did. */
export function valueOrigins(
  spec: TrainSpec,
  layers: readonly Layer[],
  plan: Pick<TrainPlan, "project" | "agent"> & { readonly training: PlannedTraining },
): readonly ValueOrigin[] {
  const { training } = plan;
  const values: Readonly<Record<string, unknown>> = {
    agent: plan.agent.id,
    project: plan.project.id,
    model: spec.model,
    classes: training.classes,
    split: training.split,
    hyperparameters: spec.hyperparameters === undefined ? "the app's own file" : "a text",
    ...byPath("tune", spec.tune),
    experimentName: training.experimentName,
    convertClassShapes: training.convertClassShapes,
    benchmark: training.benchmark,
    speedtest: training.speedtest,
    cacheProject: training.cacheProject,
    exports: training.exports,
    autostart: training.autostart,
    ...byPath("task", spec.task),
  };
  return Object.entries(values).map(([path, value]) => {
    const [newest, ...overruled] = saidFor(layers, path);
    // A call that takes back (.allClasses()) and a preset's null take back what was said.
    const said = newest !== undefined && newest.value !== null;
    return { path, value, origin: said ? newest.origin : "default", overruled: said ? overruled : [] };
  });
}

function byPath(field: string, values: object | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [`${field}.${key}`, value]));
}
