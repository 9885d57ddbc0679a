import type { ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { ApiError } from "../store/api-error.ts";
import type { InstanceFile } from "../store/instance-file.ts";
import type { StoredTask, TaskStore } from "../store/task-store.ts";
import { deferred } from "./deferred.ts";
import { forkApp } from "./fork-app.ts";
import type { LocalTrainApp } from "./local-train-app.ts";
import { logRecord } from "./log-record.ts";
import type { AppPort } from "./send-command.ts";
import { sendCommand } from "./send-command.ts";
import { taskEnvironment } from "./task-environment.ts";
import type { TaskRunner } from "./task-runner.ts";

/** What the agent needs from the instance it works for. */
export interface AgentContext {
  readonly tasks: TaskStore;
  readonly instance: InstanceFile;
  /** The training apps by module id. */
  readonly apps: ReadonlyMap<number, LocalTrainApp>;
  /** Milliseconds an app may take to end by itself before it is killed; default 5000. */
  readonly grace?: number;
  /** Where the instance answers. */
  address(): string;
  now(): string;
}

interface RunningApp extends AppPort {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** Milliseconds that an app may need until it listens. */
const startup = 10_000;
const over: readonly StoredTask["status"][] = ["finished", "error", "stopped"];

/** Runs each task's training app in a process of its own, and tells the store how it went. */
export class LocalAgent implements TaskRunner {
  readonly #context: AgentContext;
  readonly #running = new Map<number, RunningApp>();
  #closed = false;

  constructor(context: AgentContext) {
    this.#context = context;
  }

  /** Tasks that ran when the instance went down cannot be running now. */
  recover(): void {
    for (const task of this.#context.tasks.list())
      if (!over.includes(task.status))
        this.#failed(task.id, "The instance was restarted while this task ran.");
  }

  start(task: StoredTask): void {
    const { tasks, apps, now } = this.#context;
    const app = apps.get(task.moduleId);
    if (app === undefined) throw new ApiError(400, `There is no app ${task.moduleId}.`);
    if (this.#closed) throw new ApiError(503, "The instance is closing.");
    tasks.update(task.id, { status: "consumed" });
    try {
      this.#running.set(task.id, this.#fork(task, app));
      tasks.update(task.id, { status: "started", startedAt: now() });
    } catch (cause) {
      // A state can be too large for an environment; that ends its task, not the instance.
      this.#failed(
        task.id,
        `The app could not be started: ${cause instanceof Error ? cause.message : cause}`,
      );
    }
  }

  /** Asks the app to end, then makes it. */
  async stop(taskId: number): Promise<void> {
    const app = this.#running.get(taskId);
    if (app === undefined) return;
    this.#context.tasks.update(taskId, { status: "terminating" });
    app.child.kill("SIGTERM");
    const kill = setTimeout(() => app.child.kill("SIGKILL"), this.#context.grace ?? 5000);
    await app.ended;
    clearTimeout(kill);
  }

  /** Stops all tasks, and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#running.keys()].map((taskId) => this.stop(taskId)));
  }

  async port(taskId: number): Promise<number | undefined> {
    const app = this.#running.get(taskId);
    return app === undefined ? undefined : Promise.race([app.port, app.settled.then(() => undefined)]);
  }

  request(taskId: number, command: string, body: unknown, timeout: number): Promise<Response> {
    const app = this.#running.get(taskId) ?? { port: Promise.resolve(undefined), settled: Promise.resolve() };
    return sendCommand(app, command, body, timeout).catch((error: unknown) => {
      if (error instanceof ApiError) throw error;
      // Clients of the platform would repeat a 503 for minutes.
      throw new ApiError(400, `The app of task ${taskId} does not answer.`);
    });
  }

  #fork(task: StoredTask, app: LocalTrainApp): RunningApp {
    const { tasks, instance, address } = this.#context;
    const workFolder = tasks.workFolder(task.id);
    mkdirSync(workFolder, { recursive: true });
    const port = deferred<number | undefined>();
    const ended = deferred<void>();
    let lastError = "";
    const place = { address: address(), token: instance.token, workFolder, env: app.env };
    const child = forkApp(app.module, workFolder, taskEnvironment(task, place), {
      listening: port.resolve,
      line: (text, stream) => {
        if (stream === "stderr" && text.trim() !== "") lastError = text;
        const record = logRecord(text, stream);
        if (record !== undefined) this.#log(task.id, record);
      },
      exit: (code, signal) => {
        this.#running.delete(task.id);
        this.#ended(task.id, code, signal, lastError);
        port.resolve(undefined);
        ended.resolve();
      },
    });
    const settled = pause(startup, undefined, { ref: false });
    return { child, port: port.promise, settled, ended: ended.promise };
  }

  #ended(taskId: number, code: number | null, signal: NodeJS.Signals | null, lastError: string): void {
    const { tasks, now } = this.#context;
    if (tasks.get(taskId).status === "terminating")
      tasks.update(taskId, { status: "stopped", finishedAt: now() });
    else if (code === 0) tasks.update(taskId, { status: "finished", finishedAt: now() });
    else this.#failed(taskId, `The app ended with ${signal ?? `exit code ${code}`}.`, lastError);
  }

  #failed(taskId: number, message: string, lastError = ""): void {
    const { tasks, now } = this.#context;
    this.#log(taskId, { message, level: "error" });
    const error = lastError === "" ? message : `${message} Its last words: ${lastError.slice(0, 500)}`;
    tasks.update(taskId, { status: "error", error, finishedAt: now() });
  }

  #log(taskId: number, record: Readonly<Record<string, unknown>>): void {
    const { tasks, now } = this.#context;
    tasks.addLog(taskId, [{ ...record, timestamp: now(), task_id: taskId }]);
  }
}
