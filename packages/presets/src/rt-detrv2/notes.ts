import type { HyperparameterRule } from "@trainyard/core/spec";
import type { HyperparameterNotes } from "../framework.ts";

/**
 * What the makers of RT-DETRv2 say of its hyperparameters beyond the app's file.
 *
 * Source: the app's release v1.0.62: what its trainer registers, and the comments of its file.
 */
export const rtDetrv2Notes: HyperparameterNotes = {
  epoches: { about: "passes over the training images", min: 1 },
  batch_size: { about: "images per step; validation takes twice as many", min: 1 },
  eval_spatial_size: { about: "height and width of the input in pixels, multiples of 32" },
  checkpoint_freq: { about: "epochs between kept checkpoints; 0 keeps the best and the last only", min: 0 },
  save_optimizer: { about: "keeps the optimizer's state in checkpoints" },
  save_ema: { about: "keeps the averaged weights in checkpoints" },
  "optimizer.type": { about: "the optimizer", choices: ["AdamW", "Adam", "SGD"] },
  "optimizer.lr": { about: "learning rate", min: 0 },
  "optimizer.betas": { about: "the two averages' weights in Adam" },
  "optimizer.weight_decay": { about: "pull of the weights towards 0", min: 0 },
  clip_max_norm: { about: "longest gradient; longer ones are shortened", min: 0 },
  "lr_scheduler.type": {
    about: "how the learning rate falls",
    choices: ["MultiStepLR", "CosineAnnealingLR", "OneCycleLR", "LambdaLR"],
  },
  "lr_scheduler.milestones": { about: "epochs after which the learning rate falls" },
  "lr_scheduler.gamma": { about: "what the learning rate is multiplied by at a milestone", min: 0 },
  "lr_warmup_scheduler.type": { about: "how the learning rate rises at first" },
  "lr_warmup_scheduler.warmup_duration": { about: "steps over which the learning rate rises", min: 0 },
  use_ema: { about: "validates and keeps averaged weights" },
  "ema.type": { about: "how weights are averaged" },
  "ema.decay": { about: "weight of the past in the average", min: 0, max: 1 },
  "ema.warmups": { about: "steps over which averaging sets in", min: 0 },
  use_amp: { about: "computes in mixed precision" },
};

/** How hyperparameters of RT-DETRv2 depend on each other. Source: the app's trainer. */
export const rtDetrv2Rules: readonly HyperparameterRule[] = [
  {
    kind: "together",
    path: "epoches",
    keys: ["lr_scheduler.milestones"],
    why: "the milestones are epochs, so they move with the length of the training",
  },
  {
    kind: "at-most",
    severity: "warning",
    path: "lr_scheduler.milestones",
    bound: "epoches",
    why: "the learning rate would not fall at a milestone after the end",
  },
  {
    kind: "no-effect",
    keys: ["ema.type", "ema.decay", "ema.warmups", "save_ema"],
    path: "use_ema",
    is: false,
    why: "nothing is averaged while use_ema is off",
  },
];
