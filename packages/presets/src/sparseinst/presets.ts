import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { ModelPreset } from "../preset.ts";

const model = (name: string) => parseModel(`SparseInst/${name}`);
const start = "The app does not start by itself: press Start on its page.";

const smoke = definePreset({
  id: "sparseinst/smoke",
  about: `Does it run at all: twenty steps. ${start}`,
  cost: "minutes",
  spec: {
    model: model("SparseInst (G-IAM) R-50"),
    benchmark: false,
    tune: {
      n_iterations: 20,
      batch_size: 2,
      lr_decay_frequency: 20,
      checkpoint_save_frequency: 20,
      evaluation_frequency: 20,
    },
  },
});

const fast = definePreset({
  id: "sparseinst/fast",
  about: `A first useful model: less than half the app's steps. ${start}`,
  cost: "an hour",
  spec: { model: model("SparseInst (G-IAM) R-50"), tune: { n_iterations: 2000 } },
});

const balanced = definePreset({
  id: "sparseinst/balanced",
  about: `The app's own defaults with a somewhat better model. ${start}`,
  cost: "hours",
  spec: { model: model("SparseInst R-50-vd"), tune: { n_iterations: 5000 } },
});

const accurate = definePreset({
  id: "sparseinst/accurate",
  about: `The best masks the framework has; this model cannot be exported. ${start}`,
  cost: "hours",
  spec: {
    model: model("SparseInst (G-IAM) R-50-vd-DCN"),
    tune: { n_iterations: 10_000, lr_decay_frequency: 2000 },
  },
});

const edge = definePreset({
  id: "sparseinst/edge",
  about: `For small devices: the fastest model, exported to ONNX and TensorRT, with its speed measured. ${start}`,
  extends: balanced,
  spec: {
    model: model("SparseInst (G-IAM) R-50"),
    exports: ["onnx", "tensorrt"],
    benchmark: true,
    speedtest: true,
  },
});

/**
 * The named presets of SparseInst. They set only values that the framework's makers or its defaults support.
 *
 * @example
 * ```ts
 * import { sparseInstPresets } from "@trainyard/presets/sparseinst";
 * console.log(sparseInstPresets.fast.about);
 * ```
 */
export const sparseInstPresets: {
  readonly smoke: ModelPreset;
  readonly fast: ModelPreset;
  readonly balanced: ModelPreset;
  readonly accurate: ModelPreset;
  readonly edge: ModelPreset;
} = { smoke, fast, balanced, accurate, edge };
