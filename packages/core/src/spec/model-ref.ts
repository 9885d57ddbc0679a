import * as v from "valibot";

/** A pretrained model of a framework. */
export interface PretrainedModel {
  readonly from: "pretrained";
  readonly framework: string;
  readonly name: string;
}
/** A checkpoint file in Team Files, by its path. */
export interface CheckpointPath {
  readonly from: "checkpoint";
  /** Absolute path in Team Files. */
  readonly path: string;
}
/** A checkpoint of an experiment, by the task that trained it: what the TrainApp page calls a custom model. */
export interface ExperimentCheckpoint {
  readonly from: "experiment";
  readonly taskId: number;
  /** Bare file name, e.g. `best.pt`. */
  readonly checkpoint: string;
}
/** Which weights a training starts from. */
export type ModelRef = PretrainedModel | CheckpointPath | ExperimentCheckpoint;

const text = (what: string) => v.pipe(v.string(`expected ${what}`), v.nonEmpty(`expected ${what}`));

/** The valibot schema of a {@link ModelRef}. */
export const modelRefSchema: v.GenericSchema<unknown, ModelRef> = v.variant("from", [
  v.object({
    from: v.literal("pretrained"),
    framework: text("a framework"),
    name: text("a model name"),
  }),
  v.object({
    from: v.literal("checkpoint"),
    path: v.pipe(text("a path in Team Files"), v.startsWith("/", "expected a path that starts with /")),
  }),
  v.object({
    from: v.literal("experiment"),
    taskId: v.pipe(v.number("expected a task id"), v.safeInteger("expected a task id")),
    checkpoint: text("a checkpoint's file name"),
  }),
]);
