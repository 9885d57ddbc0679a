import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";
import { tasksRequestDirect } from "./tasks-request-direct.ts";

/**
 * Has the app of a task load a state and train it; answered when the training has begun, not when it is over.
 *
 * Source: platform fact, `/train_from_api` with `wait: false`.
 */
export async function trainFromApi(
  instance: Caller,
  taskId: number,
  appState: Readonly<Record<string, unknown>>,
  options: CallOptions = {},
): Promise<void> {
  const state = { app_state: appState, wait: false };
  await tasksRequestDirect(instance, taskId, "train_from_api", state, v.unknown(), options);
}
