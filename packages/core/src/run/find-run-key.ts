import type { Caller } from "../instance/caller.ts";
import { tasksList } from "../instance/endpoints/tasks-list.ts";
import { runKeyMark } from "../wire/start-body.ts";

/** Tasks of a busy workspace that may be newer than the one sought: 5 pages of 100. */
const maxPages = 5;

/** Ids of the tasks that carry a run key, lowest first, among the workspace's newest. */
export async function findRunKey(
  instance: Caller,
  workspaceId: number,
  key: string,
): Promise<readonly number[]> {
  const mark = runKeyMark(key);
  const found: number[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const { rows, more } = await tasksList(instance, workspaceId, page);
    found.push(...rows.filter((row) => row.description.endsWith(mark)).map((row) => row.id));
    if (!more) break;
  }
  return found.sort((a, b) => a - b);
}
