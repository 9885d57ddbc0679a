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

/** The workspace's tasks whose description begins with a text and a space, lowest id first. */
export async function tasksOf(
  instance: Instance,
  workspaceId: number,
  text: string,
): Promise<readonly HeldTask[]> {
  const filter = [
    { field: "description", operator: ">=", value: `${text} ` },
    { field: "description", operator: "<", value: `${text}!` },
  ];
  const body = { workspaceId, filter, sort: "id", sort_order: "asc", per_page: 100 };
  return (await instance.call("tasks.list", body, answer)).entities;
}
