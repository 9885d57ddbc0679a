import * as v from "valibot";

/** The TrainApp page's state as the platform writes it: what travels in `params.state.guiState`. */
export interface GuiState {
  readonly model:
    | { readonly source: "Pretrained models"; readonly model_name: string }
    | { readonly source: "Custom models"; readonly task_id: number; readonly checkpoint: string };
  readonly classes: readonly string[];
  readonly train_val_split: GuiSplit;
  readonly hyperparameters: string | null;
  readonly options: {
    readonly convert_class_shapes: boolean;
    readonly model_benchmark: { readonly enable: boolean; readonly speed_test: boolean };
    readonly cache_project: boolean;
    readonly export: { readonly enable: boolean; readonly ONNXRuntime: boolean; readonly TensorRT: boolean };
  };
  readonly experiment_name: string | null;
  readonly start_training: boolean;
}
/** A split as the page writes it. */
export type GuiSplit =
  | { readonly method: "random"; readonly split: "train" | "val"; readonly percent: number }
  | {
      readonly method: "datasets";
      readonly train_datasets: readonly number[];
      readonly val_datasets: readonly number[];
    }
  | {
      readonly method: "tags";
      readonly train_tag: string;
      readonly val_tag: string;
      readonly untagged_action: "train" | "val" | "ignore";
    }
  | {
      readonly method: "collections";
      readonly train_collections: readonly number[];
      readonly val_collections: readonly number[];
    };

const ids = v.array(v.pipe(v.number(), v.safeInteger()));

/** The schema of the split alone. Source: platform fact, train_val_split of validate_app_state. */
export const guiSplitSchema: v.GenericSchema<unknown, GuiSplit> = v.variant("method", [
  v.object({
    method: v.literal("random"),
    split: v.picklist(["train", "val"]),
    percent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  }),
  v.object({ method: v.literal("datasets"), train_datasets: ids, val_datasets: ids }),
  v.object({
    method: v.literal("tags"),
    train_tag: v.string(),
    val_tag: v.string(),
    untagged_action: v.picklist(["train", "val", "ignore"]),
  }),
  v.object({ method: v.literal("collections"), train_collections: ids, val_collections: ids }),
]);

/** The schema of the whole state, as this library sends it. The training app's own loader is more lenient. */
export const guiStateSchema: v.GenericSchema<unknown, GuiState> = v.object({
  model: v.variant("source", [
    v.object({ source: v.literal("Pretrained models"), model_name: v.string() }),
    v.object({ source: v.literal("Custom models"), task_id: v.number(), checkpoint: v.string() }),
  ]),
  classes: v.array(v.string()),
  train_val_split: guiSplitSchema,
  hyperparameters: v.nullable(v.string()),
  options: v.object({
    convert_class_shapes: v.boolean(),
    model_benchmark: v.object({ enable: v.boolean(), speed_test: v.boolean() }),
    cache_project: v.boolean(),
    export: v.object({ enable: v.boolean(), ONNXRuntime: v.boolean(), TensorRT: v.boolean() }),
  }),
  experiment_name: v.nullable(v.string()),
  start_training: v.boolean(),
});
