import type { AuthorsArguments } from "@trainyard/core/spec";

/**
 * The SparseInst app reads the names of its own file, one by one, and no other: detectron2's further settings cannot be
 * reached through the hyperparameters.
 *
 * Source: the app's model_configuration.py.
 */
export const sparseInstAuthors: AuthorsArguments = {
  of: "the app of SparseInst",
  unknown: "ignored",
  arguments: [],
  overwritten: [],
  dropped: [],
};
