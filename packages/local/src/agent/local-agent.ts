import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { endOrphans, signalGroup } from "../python/end-group.ts";
import { ApiError } from "../store/api-error.ts";
import { diskFailure } from "../store/disk-failure.ts";
import type { InstanceFile } from "../store/instance-file.ts";
import type { StoredTask, TaskStore } from "../store/task-store.ts";
import { deferred } from "./deferred.ts";
import type { AppListener } from "./fork-app.ts";
import { forkApp } from "./fork-app.ts";
import { forkPython } from "./fork-python.ts";
import type { LocalTrainApp, PythonTrainApp } from "./local-train-app.ts";
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
  /** Where Python apps keep what outlives their tasks. */
  readonly cache: string;
  /** The GPU with the most free memory; undefined where there is none, or only one. */
  gpu(): number | undefined;
  /** Where the instance answers. */
  address(): string;
  now(): string;
}

interface RunningApp extends AppPort {
  /** Its process, once there is one. */
  child: ChildProcess | undefined;
  /** Whether that process leads a group. */
  readonly leads: boolean;
  readonly ended: Promise<void>;
}

/** Milliseconds that a Node app may need until it listens. */
const startup = 10_000;
const over: readonly StoredTask["status"][] = ["finished", "error", "stopped"];

/** Runs each task's training app in a process of its own, and tells the store how it went. */
export class LocalAgent implements TaskRunner {
  readonly #context: AgentContext;
  readonly #running = new Map<number, RunningApp>();
  /** Tasks of Python apps that wait for their turn: apps use ports 8000 and 6006, whatever port they are given. */
  readonly #waiting: { readonly task: StoredTask; readonly app: PythonTrainApp }[] = [];
  #closed = false;

  constructor(context: AgentContext) {
    this.#context = context;
  }

  /** Tasks that ran when the instance went down are over, and nothing of them may go on. */
  recover(): void {
    const { tasks } = this.#context;
    for (const { id, status } of tasks.list()) {
      if (over.includes(status)) continue;
      const folder = tasks.workFolder(id);
      // Looking for processes takes milliseconds, and thousands of tasks may have had none.
      if (existsSync(folder)) endOrphans(folder);
      this.#failed(id, "The instance was restarted while this task ran.");
    }
  }

  start(task: StoredTask): void {
    const app = this.#context.apps.get(task.moduleId);
    if (app === undefined) throw new ApiError(400, `There is no app ${task.moduleId}.`);
    if (this.#closed) throw new ApiError(503, "The instance is closing.");
    if (!("python" in app)) {
      this.#begin(task, app);
      return;
    }
    this.#waiting.push({ task, app });
    const [busy] = this.#pythons();
    if (busy !== undefined)
      this.#log(task.id, {
        message: `Task ${busy} runs a Python app, and one runs at a time: this one waits for it.`,
        level: "info",
      });
    this.#beginNext();
  }

  /** Asks the app to end, then makes it. */
  async stop(taskId: number): Promise<void> {
    const { tasks, now } = this.#context;
    const at = this.#waiting.findIndex(({ task }) => task.id === taskId);
    if (at >= 0) {
      this.#waiting.splice(at, 1);
      tasks.update(taskId, { status: "stopped", finishedAt: now() });
    }
    const app = this.#running.get(taskId);
    if (app === undefined) return;
    tasks.update(taskId, { status: "terminating" });
    signal(app, "SIGTERM");
    const kill = setTimeout(() => signal(app, "SIGKILL"), this.#context.grace ?? 5000);
    await app.ended;
    clearTimeout(kill);
  }

  /** Stops all tasks, and takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { task } of [...this.#waiting]) await this.stop(task.id);
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

  #pythons(): readonly number[] {
    return [...this.#running].filter(([, app]) => app.leads).map(([id]) => id);
  }

  #beginNext(): void {
    if (this.#closed || this.#pythons().length > 0) return;
    const next = this.#waiting.shift();
    if (next !== undefined) this.#begin(next.task, next.app);
  }

  #begin(task: StoredTask, app: LocalTrainApp): void {
    const { tasks, now } = this.#context;
    tasks.update(task.id, { status: "consumed" });
    try {
      this.#running.set(task.id, this.#fork(task, app));
      tasks.update(task.id, { status: "started", startedAt: now() });
    } catch (cause) {
      // A state can be too large for an environment; that ends its task, not the instance.
      this.#failed(task.id, notStarted(cause));
    }
  }

  #fork(task: StoredTask, app: LocalTrainApp): RunningApp {
    const { tasks, instance, address, cache, gpu, grace = 5000 } = this.#context;
    const workFolder = tasks.workFolder(task.id);
    mkdirSync(workFolder, { recursive: true });
    const port = deferred<number | undefined>();
    const ended = deferred<void>();
    let lastError = "";
    const leads = "python" in app;
    const settled = pause(leads ? app.python.startup : startup, undefined, { ref: false });
    const running: RunningApp = {
      child: undefined,
      leads,
      port: port.promise,
      settled,
      ended: ended.promise,
    };
    const over = (tell: () => void) => {
      this.#running.delete(task.id);
      tell();
      port.resolve(undefined);
      ended.resolve();
    };
    const listener: AppListener = {
      listening: port.resolve,
      line: (text, stream) => {
        if (stream === "stderr" && text.trim() !== "") lastError = text;
        const record = logRecord(text, stream);
        if (record !== undefined) this.#log(task.id, record);
      },
      exit: (code, signal) => {
        if (!leads) return over(() => this.#ended(task.id, code, signal, lastError));
        signalGroup(running.child?.pid, "SIGKILL");
        endOrphans(workFolder);
        over(() => this.#ended(task.id, code, signal, lastError));
        rm(tasks.codeFolder(task.id), { recursive: true, force: true }).catch(() => {});
        this.#beginNext();
      },
    };
    const place = { address: address(), token: instance.token, workFolder, env: app.env };
    if (!leads) {
      running.child = forkApp(app.module, workFolder, taskEnvironment(task, place), listener);
      return running;
    }
    const code = tasks.codeFolder(task.id);
    const more = { appName: app.name, code, cache, gpu: gpu(), grace, env: app.env };
    const begun = forkPython(app.python, more, taskEnvironment(task, place), listener, () => {
      return tasks.get(task.id).status === "terminating";
    });
    begun.then(
      (child) => {
        running.child = child;
        if (child === undefined) listener.exit(null, "SIGTERM");
      },
      (cause: unknown) => {
        over(() => this.#failed(task.id, notStarted(cause)));
        this.#beginNext();
      },
    );
    return running;
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
    try {
      tasks.addLog(taskId, [{ ...record, timestamp: now(), task_id: taskId }]);
    } catch (error) {
      // A full disk costs the line, not the instance and all its tasks.
      if (diskFailure(error) === undefined) throw error;
    }
  }
}

function signal({ child, leads }: RunningApp, name: NodeJS.Signals): void {
  if (leads) signalGroup(child?.pid, name);
  else child?.kill(name);
}

function notStarted(cause: unknown): string {
  return `The app could not be started: ${cause instanceof Error ? cause.message : cause}`;
}
