import type { HyperparameterRule } from "@trainyard/core/spec";
import type { HyperparameterNotes } from "../framework.ts";

/**
 * What the MaskDINO app makes of its hyperparameters, beyond its file.
 *
 * Source: the app's release v1.0.14, train/src/model_configuration.py.
 */
export const maskDinoNotes: HyperparameterNotes = {
  n_iterations: { about: "steps of the whole training", min: 1 },
  batch_size: { about: "images per step", min: 1 },
  base_lr: { about: "first learning rate", min: 0 },
  lr_decay_frequency: { about: "steps between two falls of the learning rate", min: 1 },
  lr_decay_factor: { about: "what the learning rate is multiplied by at a fall", min: 0 },
  optimizer: { about: "the optimizer", choices: ["AdamW", "SGD"] },
  n_workers: { about: "processes that load data", min: 0 },
  checkpoint_save_frequency: { about: "steps between kept checkpoints", min: 1 },
  evaluation_frequency: { about: "steps between validations; 0 validates at the end only", min: 0 },
};

/** How hyperparameters of MaskDINO depend on each other. Source: the same. */
export const maskDinoRules: readonly HyperparameterRule[] = [
  {
    kind: "at-most",
    severity: "warning",
    path: "lr_decay_frequency",
    bound: "n_iterations",
    why: "the learning rate would never fall",
  },
];
