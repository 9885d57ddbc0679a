/** A kind of state that this loader judges otherwise than the platform's app. */
export interface StateDifference {
  /** What such a state says. */
  readonly says: string;
  /** Such a state, as far as it differs from an ordinary one. */
  readonly example: Readonly<Record<string, unknown>>;
  readonly original: string;
  readonly ours: "rejected" | "accepted" | "read otherwise";
  readonly why: string;
}

/** Names of the rows of {@link stateDifferences}. */
export type DifferenceId =
  | "unknown-source"
  | "model-name-no-text"
  | "task-id-no-number"
  | "checkpoint-no-text"
  | "unknown-method"
  | "percent-is-a-truth"
  | "percent-80.0"
  | "tag-no-text"
  | "untagged-action-unknown"
  | "ids-missing"
  | "ids-no-list"
  | "id-is-a-truth"
  | "hyperparameters-no-text"
  | "experiment-name-no-text"
  | "export-no-dictionary"
  | "switch-says-false";

const random = (percent: unknown) => ({ train_val_split: { method: "random", split: "train", percent } });

/**
 * Every place where this loader differs from TrainGUI of the Supervisely Python SDK 6.74.28, and why.
 * `docs/app-state.md` is printed from it.
 */
export const stateDifferences: Readonly<Record<DifferenceId, StateDifference>> = {
  "unknown-source": {
    says: "a model source that is neither `Pretrained models` nor `Custom models`",
    example: { model: { source: "Bogus", model_name: "YOLO26s-det" } },
    original: "accepts; the model that happens to be selected is trained",
    ours: "rejected",
    why: "Another model than the one asked for would be trained, silently.",
  },
  "model-name-no-text": {
    says: "a `model_name` that is not text",
    example: { model: { source: "Pretrained models", model_name: null } },
    original: "accepts, then ends with AttributeError when it looks for the model",
    ours: "rejected",
    why: "The app would die before it shows its page.",
  },
  "task-id-no-number": {
    says: "a `task_id` that is not a whole number",
    example: { model: { source: "Custom models", task_id: null, checkpoint: "best.pt" } },
    original: "accepts, then ends because no experiment has this task id",
    ours: "rejected",
    why: "No experiment can have it; `true` would even stand for task 1.",
  },
  "checkpoint-no-text": {
    says: "a `checkpoint` that is not text, or is empty",
    example: { model: { source: "Custom models", task_id: 265, checkpoint: null } },
    original: "accepts, then ends because the experiment has no such checkpoint",
    ours: "rejected",
    why: "No experiment can have it.",
  },
  "unknown-method": {
    says: "a split `method` that is none of the four, in an app that asks for a split",
    example: { train_val_split: { method: "based on datasets" } },
    original: "accepts; the split that happens to be selected is used",
    ours: "rejected",
    why: "Another split than the one asked for would be trained on, silently.",
  },
  "percent-is-a-truth": {
    says: "`percent` is `true`",
    example: random(true),
    original: "accepts; Python counts True as 1, so one percent is trained on",
    ours: "rejected",
    why: "Nobody means one percent by it.",
  },
  "percent-80.0": {
    says: "`percent` is written `80.0`",
    example: random(80),
    original: "rejects: percent must be an integer in range 1 to 99",
    ours: "accepted",
    why: "JSON has one kind of number: 80.0 is 80, and most programs that pass the state on write it so.",
  },
  "tag-no-text": {
    says: "a `train_tag` or `val_tag` that is not text",
    example: { train_val_split: { method: "tags", train_tag: 1, val_tag: "val", untagged_action: "ignore" } },
    original: "accepts; no image has such a tag",
    ours: "rejected",
    why: "A side would stay empty.",
  },
  "untagged-action-unknown": {
    says: "an `untagged_action` that is missing or none of `train`, `val`, `ignore`",
    example: { train_val_split: { method: "tags", train_tag: "train", val_tag: "val" } },
    original: "accepts, then ends with KeyError when it is missing, or shows an empty choice",
    ours: "rejected",
    why: "It is not said what becomes of untagged images.",
  },
  "ids-missing": {
    says: "a split by datasets or collections that names one side only, or none",
    example: { train_val_split: { method: "datasets", train_datasets: [501] } },
    original: "accepts, then ends with KeyError when it fills in the split",
    ours: "rejected",
    why: "The app would die before it shows its page.",
  },
  "ids-no-list": {
    says: "a split by datasets or collections with an empty text in place of both lists",
    example: { train_val_split: { method: "datasets", train_datasets: "", val_datasets: "" } },
    original: "accepts; both sides are empty",
    ours: "rejected",
    why: "Ids are lists of whole numbers.",
  },
  "id-is-a-truth": {
    says: "`true` in place of the id 1 (or `false` of 0) of a dataset or collection that exists",
    example: { train_val_split: { method: "datasets", train_datasets: [true], val_datasets: [502] } },
    original: "accepts; Python counts True as 1",
    ours: "rejected",
    why: "Ids are whole numbers.",
  },
  "hyperparameters-no-text": {
    says: "`hyperparameters` that are not text",
    example: { hyperparameters: { epochs: 3 } },
    original: "accepts, then fails when the training reads them as YAML",
    ours: "rejected",
    why: "The training would fail after the data has been downloaded.",
  },
  "experiment-name-no-text": {
    says: "an `experiment_name` that is neither text nor null",
    example: { experiment_name: 12345 },
    original: "accepts, then fails when the training begins: a number holds no characters",
    ours: "rejected",
    why: "The training could not begin.",
  },
  "export-no-dictionary": {
    says: "`options.export` that is neither a dictionary nor null",
    example: { options: { cache_project: true, export: "onnx" } },
    original: "accepts, then ends with AttributeError when it sets the export switches",
    ours: "rejected",
    why: "The app would die before it shows its page.",
  },
  "switch-says-false": {
    says: 'a switch that is the text `"false"` or `"False"`, for example `start_training`',
    example: { start_training: "false" },
    original: "accepts; a text that is not empty is true, so the training begins",
    ours: "read otherwise",
    why: "It says false, and the platform's transport reads the same text as false.",
  },
};
