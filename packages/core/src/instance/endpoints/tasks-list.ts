import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

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
const page = v.looseObject({ entities: v.array(row), pagesCount: v.nullish(v.number(), 1) });

/** One page of a workspace's tasks, newest first. Source: platform fact, `tasks.list`. */
export async function tasksList(
  instance: Caller,
  workspaceId: number,
  paging: { readonly page: number; readonly perPage: number },
  options?: CallOptions,
): Promise<{ rows: readonly TaskRow[]; more: boolean }> {
  const { page: number, perPage } = paging;
  const order = { filter: [], sort: "id", sort_order: "desc" };
  const body = { workspaceId, ...order, page: number, per_page: perPage };
  const { entities, pagesCount } = await instance.call("tasks.list", body, page, options);
  const rows = entities.map(({ id, description, status, userId, createdAt }) => ({
    id,
    // Null is an empty description; only its absence says that this instance keeps none.
    description: description === null ? "" : description,
    status: status ?? undefined,
    userId: userId ?? undefined,
    createdAt: createdAt ?? undefined,
  }));
  return { rows, more: number < pagesCount };
}
