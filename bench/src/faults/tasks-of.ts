import type { Instance } from "@trainyard/core";
import * as v from "valibot";

/** A task as the instance itself holds it. */
export interface HeldTask {
  readonly id: number;
  readonly description: string;
  readonly status: string;
}
const answer = v.looseObject({
  entities: v.array(v.looseObject({ id: v.number(), description: v.string(), status: v.string() })),
});

/** The newest of the workspace's tasks whose description begins with a text, lowest id first. */
export async function tasksOf(
  instance: Instance,
  workspaceId: number,
  text: string,
): Promise<readonly HeldTask[]> {
  const body = { workspaceId, sort: "id", sort_order: "desc", per_page: 200 };
  const { entities } = await instance.call("tasks.list", body, answer);
  return entities.filter(({ description }) => description.startsWith(text)).reverse();
}
