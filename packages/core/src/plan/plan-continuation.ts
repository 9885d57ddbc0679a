import type { TaskOptions } from "../spec/task-options.ts";
import type { AgentRef } from "../spec/train-spec.ts";
import { chooseAgent } from "./ask/choose-agent.ts";
import { choiceReason, chooseModule } from "./ask/choose-module.ts";
import type { Lookups } from "./terms/lookups.ts";
import type { TrainPlan } from "./terms/train-plan.ts";

/** What a training that goes on from an earlier one needs to be told. */
export interface Continuation {
  readonly taskId: number;
  /** `continue` trains the experiment's checkpoint on; `new` trains again with its settings. */
  readonly mode: "continue" | "new";
  /** Left out: the experiment's own project. */
  readonly project?: number;
  readonly agent?: AgentRef;
  readonly task?: TaskOptions;
}

/**
 * Plans a training from an earlier task's experiment. The platform never starts such a training by itself.
 *
 * @throws EXPERIMENT_NOT_FOUND when the task has none.
 * Source: platform fact, TrainApi.finetune and rerun_from_task_id.
 */
export async function planContinuation(ask: Continuation, lookups: Lookups): Promise<TrainPlan> {
  const experiment = await lookups.experimentOfTask(ask.taskId);
  const rehearse = ask.task?.rehearse ?? false;
  const [listed, project] = await Promise.all([
    lookups.trainModules(experiment.framework),
    lookups.project(ask.project ?? experiment.projectId),
  ]);
  const module = await chooseModule(experiment.framework, listed, lookups, rehearse);
  return {
    project: { id: project.id, name: project.name, workspaceId: project.workspaceId },
    agent: await chooseAgent(ask.agent, project.teamId ?? lookups.teamId, lookups, { module }),
    app: {
      ...{ moduleId: module.id, name: module.name, framework: experiment.framework },
      ...choiceReason(listed, rehearse),
    },
    training: { taskId: ask.taskId, mode: ask.mode },
    task: ask.task ?? {},
    warnings: [
      {
        code: "NO_AUTOSTART",
        severity: "warning",
        path: "autostart",
        message: "The platform opens such a training with its settings filled in and waits.",
        hint: "A person presses Start training on its page.",
      },
    ],
  };
}
