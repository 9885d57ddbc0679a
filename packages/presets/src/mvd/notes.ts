import type { HyperparameterRule } from "@trainyard/core/spec";
import type { HyperparameterNotes } from "../framework.ts";

/** What the MVD app's file says of its hyperparameters, in our words. Source: the app's release v1.0.15. */
export const mvdNotes: HyperparameterNotes = {
  epochs: { about: "passes over the training clips", min: 1 },
  save_ckpt_freq: { about: "epochs between kept checkpoints", min: 1 },
  val_ratio: { about: "part of the videos that validates", min: 0, max: 1 },
  lr: { about: "learning rate, scaled with the batch size" },
  batch_size: { about: "clips per step and GPU", min: 1 },
  warmup_epochs: { about: "epochs over which the learning rate rises", min: 0 },
  opt: { about: "the optimizer, e.g. adamw or sgd" },
  opt_betas: { about: "the two averages' weights in AdamW, with a space between" },
  weight_decay: { about: "pull of the weights towards 0", min: 0 },
  input_size: { about: "side of the clip's frames, in pixels", min: 1 },
  num_frames: { about: "frames in a clip", min: 1 },
  sampling_rate: { about: "frames between two that a clip takes", min: 1 },
  reprob: { about: "how often a patch is erased", min: 0, max: 1 },
  mixup_prob: { about: "how often clips are mixed", min: 0, max: 1 },
  update_freq: { about: "steps whose gradients are added up", min: 1 },
  enable_deepspeed: { about: "trains through DeepSpeed" },
  num_workers: { about: "processes that load data", min: 0 },
};

/** How hyperparameters of MVD depend on each other. */
export const mvdRules: readonly HyperparameterRule[] = [
  {
    kind: "at-most",
    severity: "warning",
    path: "warmup_epochs",
    bound: "epochs",
    why: "the learning rate would never reach its full height",
  },
];
