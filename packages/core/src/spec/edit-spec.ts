import type { Draft } from "immer";
import { produce } from "immer";
import type { TrainSpec } from "./train-spec.ts";

/**
 * The one writer of specs: gives a new frozen spec; the old one is untouched.
 *
 * @example
 * ```ts
 * import { editSpec, emptySpec } from "@trainyard/core/spec";
 * const spec = editSpec(emptySpec, (draft) => {
 *   draft.project = 7;
 * });
 * ```
 */
export function editSpec(spec: TrainSpec, edit: (draft: Draft<TrainSpec>) => void): TrainSpec {
  return produce(spec, (draft) => {
    edit(draft);
  });
}
