import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { Drift } from "../state/compare-run.ts";
import { compareRun } from "../state/compare-run.ts";
import { askedOf } from "./asked-of.ts";
import { readEffective } from "./read-effective.ts";

/**
 * What an experiment differs in from what its task was asked, hyperparameters aside. Its classes stand in a file: where
 * that cannot be read they are not compared, since a failed look is no news of the training.
 */
export async function driftOf(
  instance: Caller,
  info: TaskInfo,
  record: ExperimentRecord,
  signal: AbortSignal | undefined,
): Promise<readonly Drift[]> {
  const asked = askedOf(info);
  // Where a person pressed Start, what the page said then counts, and not what it was filled in with.
  if (asked?.start_training !== true) return [];
  const read = (names: readonly "model_meta.json"[]) =>
    readEffective(instance, info, record, names, { signal, attempts: "once", timeout: 10_000 });
  const used = await read(["model_meta.json"]).catch((error: unknown) => {
    if (!isTrainyardError(error)) throw error;
    return read([]);
  });
  return compareRun({ ...asked, hyperparameters: null }, used).drift;
}
