import type { Layer } from "../../spec/layer.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import type { PlanDetails, PlannedTraining, TrainPlan } from "../terms/train-plan.ts";
import { hyperparameterChanges } from "./hyperparameter-changes.ts";
import { valueOrigins } from "./value-origins.ts";

/** Puts together what was learnt while planning. */
export function planDetails(
  spec: TrainSpec,
  layers: readonly Layer[],
  plan: Pick<TrainPlan, "project" | "agent"> & { readonly training: PlannedTraining },
  learnt: Pick<PlanDetails, "classes" | "images" | "notChecked"> & {
    readonly defaultText: string | undefined;
  },
): PlanDetails {
  const { defaultText, notChecked, ...counted } = learnt;
  const text = plan.training.hyperparameters ?? defaultText ?? null;
  const changes =
    text === null || defaultText === undefined ? null : hyperparameterChanges(text, defaultText);
  const notes =
    spec.task?.appVersion === undefined
      ? notChecked
      : [
          ...notChecked,
          `The app's version ${spec.task.appVersion}: its files were read as of the newest release.`,
        ];
  return {
    ...counted,
    spec,
    hyperparameters: text,
    changes,
    origins: valueOrigins(spec, layers, plan),
    notChecked: notes,
  };
}
