import type { Json } from "@trainyard/core/spec";

/**
 * Hyperparameters by names that the compiler does not know: those of a newer release, or of a trainer's fork. `check()`
 * still says which of them the trainer refuses, ignores or overwrites.
 *
 * @example
 * ```ts
 * import { anyHyperparameters, train } from "@trainyard/builder";
 * const chain = train()
 *   .model("YOLO/YOLO26s-det")
 *   .tune({ epochs: 50 })
 *   .tune(anyHyperparameters({ my_own: 0.5 }));
 * ```
 */
export function anyHyperparameters(values: {
  readonly [key: string]: Json | undefined;
}): Readonly<Record<never, never>> {
  return values;
}
