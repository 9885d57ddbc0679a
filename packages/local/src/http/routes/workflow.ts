import * as v from "valibot";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, numberText } from "../endpoint.ts";

const body = v.looseObject({
  teamId: v.number(),
  node: v.looseObject({ type: v.string(), id: numberText }),
  type: v.string(),
  id: v.optional(v.union([v.number(), v.string()])),
  meta: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** The workflow's graph: what a task took in and gave out, kept with the task. */
export const workflowEndpoints: Endpoints = {
  "workflow.node.add-input": endpoint(body, (said, context) => added("inputs", said, context)),
  "workflow.node.add-output": endpoint(body, (said, context) => added("outputs", said, context)),
};

function added(
  side: "inputs" | "outputs",
  { teamId, node, type, id, meta }: v.InferOutput<typeof body>,
  { tasks, teams }: Context,
) {
  teams.team(teamId);
  const edge = { type, ...(id === undefined ? {} : { id }), meta };
  if (node.type === "task") tasks.addWorkflow(node.id, side, edge);
  return { success: true, node, ...edge };
}
