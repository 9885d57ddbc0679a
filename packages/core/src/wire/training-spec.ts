import type { PlannedTraining } from "../plan/terms/train-plan.ts";
import type { TrainSpec } from "../spec/train-spec.ts";

/** The spec that asks for exactly this training: what a page's state becomes when it is turned back into a chain. */
export function trainingToSpec(training: PlannedTraining, projectId: number): TrainSpec {
  const { model, classes, hyperparameters, experimentName, ...same } = training;
  return {
    ...same,
    // A page without a chosen class cannot start; a spec that names none would ask for all.
    ...(classes.length === 0 ? {} : { classes }),
    project: projectId,
    model:
      model.from === "pretrained"
        ? model
        : { from: "experiment", taskId: model.taskId, checkpoint: model.checkpoint },
    ...(hyperparameters === null ? {} : { hyperparameters }),
    ...(experimentName === null ? {} : { experimentName }),
  };
}
