import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** Asks the platform to stop a task. Source: platform fact, `tasks.stop`. */
export async function tasksStop(instance: Caller, id: number, options?: CallOptions): Promise<void> {
  await instance.call("tasks.stop", { id }, v.unknown(), options);
}
