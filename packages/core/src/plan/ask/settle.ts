import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Settled } from "../terms/settled.ts";

/** Codes of mistakes in what was asked for; other errors are the instance's, and thrown at once. */
const mistakes: ReadonlySet<string> = new Set([
  "TRAIN_APP_NOT_FOUND",
  "AGENT_NOT_FOUND",
  "CHECKPOINT_NOT_FOUND",
  "CHECKPOINT_AMBIGUOUS",
  "CHECKPOINT_UNUSABLE",
  "EXPERIMENT_NOT_FOUND",
]);

/** Keeps a mistake until the others are known too, so that all are told at once. */
export async function settle<T>(promise: Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await promise };
  } catch (error) {
    if (isTrainyardError(error) && mistakes.has(error.code)) return { error };
    throw error;
  }
}
