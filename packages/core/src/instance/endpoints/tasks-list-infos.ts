import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";
import type { TaskInfo } from "./tasks-info.ts";
import { taskInfoSchema } from "./tasks-info.ts";

const answer = v.looseObject({
  entities: v.array(taskInfoSchema),
  pagesCount: v.optional(v.number(), 1),
});

/**
 * What a workspace's list says of some of its tasks, in as few requests as it takes: one, where the instance filters.
 *
 * Source: platform fact, `tasks.list` with `filter`; newest first.
 */
export async function tasksListInfos(
  instance: Caller,
  workspaceId: number,
  ids: readonly number[],
  options?: CallOptions,
): Promise<ReadonlyMap<number, TaskInfo>> {
  const oldest = Math.min(...ids);
  const found = new Map<number, TaskInfo>();
  const filter = [{ field: "id", operator: "in", value: ids }];
  for (let page = 1; ; page++) {
    const body = { workspaceId, filter, sort: "id", sort_order: "desc", page, per_page: 500 };
    const { entities, pagesCount } = await instance.call("tasks.list", body, answer, options);
    for (const info of entities) if (ids.includes(info.id)) found.set(info.id, info);
    const last = entities.at(-1)?.id ?? 0;
    if (page >= pagesCount || found.size === ids.length || last <= oldest) return found;
  }
}
