import type { StoredTask } from "../store/task-store.ts";
import { stateEnvironment } from "./app-environment.ts";

/** What an app's process may know of this machine. */
const inherited = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "NODE_ENV", "SYSTEMROOT"];

/** Where a task's app runs. */
export interface AppPlace {
  /** Address and token of the instance. */
  readonly address: string;
  readonly token: string;
  readonly workFolder: string;
  /** What the app's module is told beside the platform's variables. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The whole environment of a task's app: a little of this machine's, the task's state, and the platform's variables.
 *
 * Source: platform fact, the agent's names for them; `slyProjectId` of the state is PROJECT_ID.
 */
export function taskEnvironment(task: StoredTask, place: AppPlace): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  const project = task.state.slyProjectId;
  return {
    ...env,
    ...stateEnvironment(task.state),
    ...place.env,
    SERVER_ADDRESS: place.address,
    API_TOKEN: place.token,
    TASK_ID: String(task.id),
    // By this one the SDK names its task in requests.
    SUPERVISELY_TASK_ID: String(task.id),
    TEAM_ID: String(task.teamId),
    WORKSPACE_ID: String(task.workspaceId),
    USER_ID: String(task.userId),
    AGENT_ID: String(task.agentId),
    ...(typeof project === "number" || typeof project === "string" ? { PROJECT_ID: String(project) } : {}),
    SLY_APP_DATA_DIR: place.workFolder,
  };
}
