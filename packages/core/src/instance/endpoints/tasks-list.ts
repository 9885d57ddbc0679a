import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";
import type { TaskInfo } from "./tasks-info.ts";
import { taskInfoSchema } from "./tasks-info.ts";

/** A line in the list of tasks. */
export interface TaskRow {
  readonly id: number;
  /** Absent where the instance does not tell it. */
  readonly description?: string | undefined;
  readonly status?: string | undefined;
  readonly userId?: number | undefined;
  /** ISO time of the instance's clock. */
  readonly createdAt?: string | undefined;
}
const row = v.looseObject({
  id: v.pipe(v.number(), v.integer()),
  description: v.nullish(v.string()),
  status: v.nullish(v.string()),
  userId: v.nullish(v.number()),
  createdAt: v.nullish(v.string()),
});

/** One page of a workspace's tasks, newest first. Source: platform fact, `tasks.list`. */
export async function tasksList(
  instance: Caller,
  workspaceId: number,
  paging: Paging,
  options?: CallOptions,
): Promise<{ rows: readonly TaskRow[]; more: boolean }> {
  const page = await readPage(instance, { workspaceId, filter: [] }, paging, row, options);
  const rows = page.rows.map(({ id, description, status, userId, createdAt }) => ({
    id,
    // Null is an empty description; only its absence says that this instance keeps none.
    description: description === null ? "" : description,
    status: status ?? undefined,
    userId: userId ?? undefined,
    createdAt: createdAt ?? undefined,
  }));
  return { rows, more: page.more };
}

/**
 * What the list says of some of a workspace's tasks, in as few requests as it takes: one, where the instance filters.
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
  const asked = { workspaceId, filter: [{ field: "id", operator: "in", value: ids }] };
  for (let page = 1; ; page++) {
    const { rows, more } = await readPage(instance, asked, { page, perPage: 500 }, taskInfoSchema, options);
    for (const info of rows) if (ids.includes(info.id)) found.set(info.id, info);
    const last = rows.at(-1)?.id ?? 0;
    if (!more || found.size === ids.length || last <= oldest) return found;
  }
}

interface Paging {
  readonly page: number;
  readonly perPage: number;
}

async function readPage<T>(
  instance: Caller,
  asked: { readonly workspaceId: number; readonly filter: readonly unknown[] },
  { page, perPage }: Paging,
  entity: v.GenericSchema<unknown, T>,
  options?: CallOptions,
): Promise<{ rows: readonly T[]; more: boolean }> {
  const body = { ...asked, sort: "id", sort_order: "desc", page, per_page: perPage };
  const answer = v.looseObject({ entities: v.array(entity), pagesCount: v.nullish(v.number(), 1) });
  const { entities, pagesCount } = await instance.call("tasks.list", body, answer, options);
  return { rows: entities, more: page < pagesCount };
}
