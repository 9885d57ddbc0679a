import * as v from "valibot";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";

const params = v.looseObject({ state: v.looseObject({ beginsBy: v.literal("train_from_api") }) });

/** Whether a task was started to be told to train once its app answers; see `beginsBy` of the start's body. */
export function isToldToBegin(info: TaskInfo): boolean {
  return v.is(params, info.meta?.params);
}
