import type { AuthorsArguments } from "@trainyard/core/spec";

/**
 * The MaskDINO app reads the names of its own file, one by one, and no other: detectron2's further settings cannot be
 * reached through the hyperparameters.
 *
 * Source: the app's model_configuration.py.
 */
export const maskDinoAuthors: AuthorsArguments = {
  of: "the app of MaskDINO",
  unknown: "ignored",
  arguments: [],
  overwritten: [],
  dropped: [],
};
