import * as v from "valibot";
import type { Continuation } from "./plan/plan-continuation.ts";
import { idSchema } from "./spec/id-schema.ts";
import type { StartOptions } from "./start.ts";
import type { TaskParameters } from "./task-parameters.ts";
import { parseParameters } from "./task-parameters.ts";

/** Parameters of {@link TrainApi.finetune} and {@link TrainApi.rerun}. */
export interface ContinueParameters extends TaskParameters {
  /** The task whose experiment is gone on from. */
  readonly taskId: number;
  /** Left out: the experiment's own project. */
  readonly projectId?: number | null;
  /** Left out: the agent with the most free GPU memory. */
  readonly agentId?: number | null;
}

const schema = v.object({
  taskId: idSchema("a task"),
  projectId: v.nullish(idSchema("a project")),
  agentId: v.nullish(idSchema("an agent")),
});

/** Parses what finetune() or rerun() was given into the continuation it asks for. */
export function toContinuation(
  ask: ContinueParameters,
  mode: Continuation["mode"],
  method: string,
): { readonly continuation: Continuation; readonly start: StartOptions } {
  const { own, task, start } = parseParameters(ask, method, {
    schema,
    names: Object.keys(schema.entries),
    form: "{ taskId, projectId, agentId }",
  });
  const { taskId, projectId, agentId } = own;
  return {
    continuation: {
      taskId,
      mode,
      task,
      ...(typeof projectId === "number" ? { project: projectId } : {}),
      ...(typeof agentId === "number" ? { agent: agentId } : {}),
    },
    start,
  };
}
