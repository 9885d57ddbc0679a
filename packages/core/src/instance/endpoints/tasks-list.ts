import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** A line in the list of tasks. */
export interface TaskRow {
  readonly id: number;
  readonly description: string;
}
const page = v.looseObject({
  entities: v.array(v.looseObject({ id: v.number(), description: v.optional(v.nullable(v.string()), "") })),
  pagesCount: v.optional(v.number(), 1),
});

/** One page of a workspace's tasks, newest first. Source: platform fact, `tasks.list`. */
export async function tasksList(
  instance: Caller,
  workspaceId: number,
  pageNumber: number,
  options?: CallOptions,
): Promise<{ rows: readonly TaskRow[]; more: boolean }> {
  const body = { workspaceId, filter: [], sort: "id", sort_order: "desc", page: pageNumber, per_page: 100 };
  const answer = await instance.call("tasks.list", body, page, options);
  const rows = answer.entities.map(({ id, description }) => ({ id, description: description ?? "" }));
  return { rows, more: pageNumber < answer.pagesCount };
}
