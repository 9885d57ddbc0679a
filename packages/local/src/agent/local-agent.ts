import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { ApiError } from "../store/api-error.ts";
import type { InstanceFile } from "../store/instance-file.ts";
import type { StoredTask, TaskStore } from "../store/task-store.ts";
import { stateEnvironment } from "./app-environment.ts";
import { forkApp } from "./fork-app.ts";
import type { LocalTrainApp } from "./local-train-app.ts";

/** What the agent needs from the instance it works for. */
export interface AgentContext {
  readonly tasks: TaskStore;
  readonly instance: InstanceFile;
  /** The training apps by module id. */
  readonly apps: ReadonlyMap<number, LocalTrainApp>;
  /** Where the instance answers. */
  address(): string;
  now(): string;
}

/** How long an app may take to end by itself before it is killed, in milliseconds. */
const grace = 5000;

/** Runs each task's training app in a process of its own, and tells the store how it went. */
export class LocalAgent {
  readonly #context: AgentContext;
  readonly #running = new Map<number, { child: ChildProcess; port?: number; ended: Promise<void> }>();

  constructor(context: AgentContext) {
    this.#context = context;
  }

  /** Tasks that ran when the instance went down cannot be running now. */
  recover(): void {
    const { tasks } = this.#context;
    for (const task of tasks.list()) {
      if (["finished", "error", "stopped"].includes(task.status)) continue;
      this.#log(task.id, "error", "The instance was restarted while this task ran.");
      tasks.update(task.id, { status: "error", finishedAt: this.#context.now() });
    }
  }

  start(task: StoredTask): void {
    const { tasks, apps } = this.#context;
    const app = apps.get(task.moduleId);
    if (app === undefined) throw new ApiError(400, `There is no app ${task.moduleId}.`);
    tasks.update(task.id, { status: "consumed" });
    const folder = tasks.folder(task.id);
    mkdirSync(folder, { recursive: true });
    tasks.update(task.id, { status: "started", startedAt: this.#context.now() });
    const ended = new Promise<void>((resolve) => {
      const child = forkApp(app.module, folder, this.#environment(task, app), {
        listening: (port) => {
          const entry = this.#running.get(task.id);
          if (entry !== undefined) entry.port = port;
        },
        line: (text, stream) => this.#log(task.id, stream === "stderr" ? "warn" : "info", text),
        exit: (code, signal) => {
          this.#running.delete(task.id);
          this.#ended(task.id, code, signal);
          resolve();
        },
      });
      queueMicrotask(() => this.#running.set(task.id, { child, ended }));
    });
    // A state can be too large for an environment; that ends its task, not the instance.
    ended.catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#log(task.id, "error", `The app could not be started: ${why}`);
      tasks.update(task.id, { status: "error", finishedAt: this.#context.now() });
    });
  }

  /** Asks the app to end, then makes it. */
  async stop(taskId: number): Promise<void> {
    const entry = this.#running.get(taskId);
    if (entry === undefined) return;
    this.#context.tasks.update(taskId, { status: "terminating" });
    entry.child.kill("SIGTERM");
    const kill = setTimeout(() => entry.child.kill("SIGKILL"), grace);
    await entry.ended;
    clearTimeout(kill);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((taskId) => this.stop(taskId)));
  }

  /** Sends a command to a task's app. @throws ApiError 400 while it does not listen: clients of the platform would repeat a 503 for minutes. */
  async request(taskId: number, command: string, body: unknown, timeout: number): Promise<Response> {
    const port = this.#running.get(taskId)?.port;
    if (port === undefined) throw new ApiError(400, `The app of task ${taskId} does not answer.`);
    const path = command.replace(/^\/+/, "");
    if (!/^[\w./-]{1,200}$/.test(path) || path.includes(".."))
      throw new ApiError(400, "The command is no path.");
    return fetch(`http://127.0.0.1:${port}/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    }).catch(() => {
      throw new ApiError(400, `The app of task ${taskId} does not answer.`);
    });
  }

  #environment(task: StoredTask, app: LocalTrainApp): Record<string, string> {
    const kept = ["PATH", "HOME", "LANG", "TMPDIR", "NODE_ENV", "SYSTEMROOT"];
    const inherited = kept.flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    );
    const project = task.state.slyProjectId;
    return {
      ...Object.fromEntries(inherited),
      ...stateEnvironment(task.state),
      ...app.env,
      SERVER_ADDRESS: this.#context.address(),
      API_TOKEN: this.#context.instance.token,
      TASK_ID: String(task.id),
      TEAM_ID: String(task.teamId),
      WORKSPACE_ID: String(task.workspaceId),
      USER_ID: String(task.userId),
      AGENT_ID: String(task.agentId),
      ...(typeof project === "number" ? { PROJECT_ID: String(project) } : {}),
      SLY_APP_DATA_DIR: this.#context.tasks.folder(task.id),
    };
  }

  #ended(taskId: number, code: number | null, signal: NodeJS.Signals | null): void {
    const { tasks } = this.#context;
    const stopped = tasks.get(taskId).status === "terminating";
    const status = stopped ? "stopped" : code === 0 ? "finished" : "error";
    if (status === "error")
      this.#log(taskId, "error", `The app ended with ${signal ?? `exit code ${code}`}.`);
    tasks.update(taskId, { status, finishedAt: this.#context.now() });
  }

  #log(taskId: number, level: string, message: string): void {
    this.#context.tasks.log(taskId, [{ message, level, timestamp: this.#context.now(), task_id: taskId }]);
  }
}
