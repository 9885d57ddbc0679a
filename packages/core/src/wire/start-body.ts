import type { TrainPlan } from "../plan/terms/train-plan.ts";
import type { GuiState } from "./gui-state.ts";
import { trainingToGuiState } from "./gui-state-wire.ts";

/** The body of `tasks.run.app`, field by field as the platform's SDK sends it. */
export interface StartBody {
  readonly agentId: number;
  readonly workspaceId: number;
  readonly description: string;
  readonly params: { readonly state: StartState };
  readonly logLevel: string;
  readonly usersIds: readonly number[];
  readonly appVersion: string;
  readonly isBranch: boolean;
  readonly taskName: string;
  readonly restartPolicy: string;
  readonly proxyKeepUrl: boolean;
  readonly advancedSettings: Readonly<Record<string, unknown>>;
  readonly redirectRequests?: Readonly<Record<string, number>>;
  readonly moduleId: number;
  readonly singleSessionMode?: boolean;
}
/** What the training app is handed. */
export type StartState =
  | {
      readonly slyProjectId: number;
      readonly guiState: GuiState;
      /** Ours, and no matter to the app: who watches the task tells it to train. */
      readonly beginsBy?: "train_from_api";
    }
  | { readonly trainTaskId: number; readonly trainMode: "continue" | "new"; readonly slyProjectId: number };

/**
 * Turns a plan into the request that starts it. Pure.
 *
 * @param key the run key; it travels in the description, where a later look-up finds it.
 * Source: platform fact, TaskApi.start.
 */
export function startBody(plan: TrainPlan, key: string): StartBody {
  const { task, training } = plan;
  const { redirectRequests = {} } = task;
  return {
    agentId: plan.agent.id,
    workspaceId: plan.project.workspaceId,
    description: `${task.description ?? "application description"} ${runKeyMark(key)}`,
    params: {
      state:
        "mode" in training
          ? { trainTaskId: training.taskId, trainMode: training.mode, slyProjectId: plan.project.id }
          : launchState(plan, trainingToGuiState(training)),
    },
    logLevel: task.logLevel ?? "info",
    usersIds: task.usersIds ?? [],
    appVersion: task.appVersion ?? "",
    isBranch: task.isBranch ?? false,
    taskName: task.taskName ?? "pythonSpawned",
    restartPolicy: task.restartPolicy ?? "never",
    proxyKeepUrl: task.proxyKeepUrl ?? false,
    advancedSettings: { limitByWorkspace: task.limitByWorkspace ?? false, ...task.kubernetes },
    ...(Object.keys(redirectRequests).length === 0 ? {} : { redirectRequests }),
    moduleId: plan.app.moduleId,
    ...(task.multiUserSession === true ? { singleSessionMode: true } : {}),
  };
}

function launchState({ project, app }: TrainPlan, guiState: GuiState): StartState {
  const { beginsBy } = app;
  if (beginsBy === undefined) return { slyProjectId: project.id, guiState };
  return { slyProjectId: project.id, guiState: { ...guiState, start_training: false }, beginsBy };
}

/** How a run key stands in a task's description. */
export function runKeyMark(key: string): string {
  return `[run ${key}]`;
}
