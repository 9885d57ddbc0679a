import type { HyperparameterRule } from "@trainyard/core/spec";
import type { HyperparameterNotes } from "../framework.ts";

const probability = { min: 0, max: 1 } as const;

/**
 * What the makers of DEIM say of its hyperparameters beyond the app's file, and the optimizer's values that
 * the file leaves to the model's own configuration.
 *
 * Source: the app's release v1.1.13, and DEIMv2's guide to customizing epochs.
 */
export const deimNotes: HyperparameterNotes = {
  epoches: { about: "passes over the training images, those without augmentation included", min: 1 },
  batch_size: { about: "images per step; validation takes twice as many", min: 1 },
  eval_spatial_size: { about: "height and width of the input in pixels, multiples of 32" },
  checkpoint_freq: { about: "epochs between kept checkpoints; 0 keeps the best and the last only", min: 0 },
  save_optimizer: { about: "keeps the optimizer's state in checkpoints" },
  "optimizer.type": { about: "the optimizer", choices: ["AdamW", "Adam", "SGD"] },
  "optimizer.lr": { about: "learning rate; the model's own where it is left out", kinds: ["float"], min: 0 },
  "optimizer.betas": {
    about: "the two averages' weights in Adam; the model's own where left out",
    kinds: ["list"],
  },
  "optimizer.weight_decay": {
    about: "pull of the weights towards 0; the model's own where left out",
    kinds: ["float"],
    min: 0,
  },
  clip_max_norm: { about: "longest gradient; longer ones are shortened", min: 0 },
  lrsheduler: { about: "how the learning rate runs: flat, then along a cosine" },
  warmup_iter: { about: "steps over which the learning rate rises", min: 0 },
  flat_epoch: { about: "epoch after which the learning rate falls", min: 0 },
  no_aug_epoch: { about: "last epochs, which go without augmentation", min: 0 },
  use_ema: { about: "validates and keeps averaged weights" },
  "ema.type": { about: "how weights are averaged" },
  "ema.decay": { about: "weight of the past in the average", min: 0, max: 1 },
  "ema.warmups": { about: "steps over which averaging sets in", min: 0 },
  use_amp: { about: "computes in mixed precision" },
  "train_dataloader.dataset.transforms.policy.epoch": {
    about: "epochs at which augmentation begins, loses mosaics, and ends",
  },
  "train_dataloader.dataset.transforms.mosaic_prob": {
    about: "how often images are joined into one",
    ...probability,
  },
  "train_dataloader.collate_fn.stop_epoch": { about: "epoch from which the input keeps one size", min: 0 },
  "train_dataloader.collate_fn.mixup_prob": { about: "how often images are blended", ...probability },
  "train_dataloader.collate_fn.mixup_epochs": { about: "first and last epoch of blending" },
  "train_dataloader.collate_fn.copyblend_prob": {
    about: "how often objects are blended into other images",
    ...probability,
  },
  "train_dataloader.collate_fn.copyblend_epochs": { about: "first and last epoch of blending objects in" },
  "DEIMCriterion.matcher.matcher_change_epoch": {
    about: "epoch from which predictions are matched by overlap",
    min: 0,
  },
};

const transforms = "train_dataloader.dataset.transforms";
const collate = "train_dataloader.collate_fn";
const late = (path: string): HyperparameterRule => ({
  kind: "at-most",
  severity: "warning",
  path,
  bound: "epoches",
  why: "an epoch after the end is never reached",
});

/** How hyperparameters of DEIM depend on each other. Source: DEIMv2's guide to customizing epochs. */
export const deimRules: readonly HyperparameterRule[] = [
  {
    kind: "together",
    path: "epoches",
    keys: [
      "flat_epoch",
      "no_aug_epoch",
      `${transforms}.policy.epoch`,
      `${collate}.stop_epoch`,
      `${collate}.mixup_epochs`,
      `${collate}.copyblend_epochs`,
      "DEIMCriterion.matcher.matcher_change_epoch",
    ],
    why: "the stages of a training are counted in epochs, so they move with its length",
  },
  late("no_aug_epoch"),
  late(`${transforms}.policy.epoch`),
  late(`${collate}.stop_epoch`),
  late(`${collate}.mixup_epochs`),
  late(`${collate}.copyblend_epochs`),
  late("DEIMCriterion.matcher.matcher_change_epoch"),
  {
    kind: "at-most",
    severity: "warning",
    path: "flat_epoch",
    bound: `${collate}.stop_epoch`,
    why: "the learning rate falls between them",
  },
  {
    kind: "no-effect",
    keys: ["ema.type", "ema.decay", "ema.warmups"],
    path: "use_ema",
    is: false,
    why: "nothing is averaged while use_ema is off",
  },
];
