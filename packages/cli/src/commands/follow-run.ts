import type { Duration, TrainRun } from "@trainyard/core";
import { isTrainyardError, TrainyardError } from "@trainyard/core";
import { showProgress } from "@trainyard/core/node";
import type { WorkPlace } from "../work-place.ts";
import type { WaitingOptions } from "./wait-options.ts";

/** Watches a run to its end, with a bar on a terminal, and prints its experiment. */
export async function followRun(
  run: TrainRun,
  { timeout, stall, notify }: WaitingOptions,
  work: WorkPlace,
): Promise<void> {
  const experiment = await showProgress(run, {
    // Parsed, and refused in words, where the wait begins.
    ...(timeout === undefined ? {} : { timeout: timeout as Duration }),
    ...(stall === undefined ? {} : { stall: stall as Duration }),
    ...(notify === undefined ? {} : { notify: { url: notify, secret: notifySecret(work) } }),
    onTrouble: (error) => {
      if (isTrainyardError(error, "NOTIFY_FAILED")) work.err(error.message);
    },
  });
  work.print(experiment);
}

/** Not a flag: what is on a command line is seen by everybody on the machine. */
function notifySecret(work: WorkPlace): string {
  const secret = work.env("TRAINYARD_NOTIFY_SECRET");
  if (secret !== undefined && secret !== "") return secret;
  throw new TrainyardError("INPUT_INVALID", "--notify: there is no secret to sign with.", {
    hint: "Put at least 16 characters into TRAINYARD_NOTIFY_SECRET.",
  });
}
