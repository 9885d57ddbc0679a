import type { Duration, TrainRun } from "@trainyard/core";
import { showProgress } from "@trainyard/core/node";
import type { WorkPlace } from "../work-place.ts";
import type { WaitingOptions } from "./wait-options.ts";

/** Watches a run to its end, with a bar on a terminal, and prints its experiment. */
export async function followRun(
  run: TrainRun,
  { timeout, stall }: WaitingOptions,
  work: WorkPlace,
): Promise<void> {
  const experiment = await showProgress(run, {
    // Parsed, and refused in words, where the wait begins.
    ...(timeout === undefined ? {} : { timeout: timeout as Duration }),
    ...(stall === undefined ? {} : { stall: stall as Duration }),
  });
  work.print(experiment);
}
