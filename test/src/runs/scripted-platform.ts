import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { connect, type Instance, type Runtime } from "@trainyard/core";
import type { LogRecord } from "@trainyard/core/run";

/** What the platform answers to one request: JSON with a status, a connection that breaks, or nothing for ever. */
export type Answer =
  | { readonly status?: number; readonly json: unknown; readonly headers?: Record<string, string> }
  | "reset"
  | "hang";
type Script = (body: Record<string, unknown>) => Answer | undefined;

/** A task as the platform keeps it. */
export interface ScriptedTask {
  id: number;
  status: string;
  workspaceId: number;
  agentId: number;
  error?: string;
  description?: string;
  meta: { params: { state: Record<string, unknown> }; output: Record<string, unknown> };
  log: LogRecord[];
  /** What its app answers; undefined while it does not. */
  app?: Record<string, unknown> | undefined;
}

/** A platform of the shape the client knows, on loopback, whose tasks a test moves by hand. */
export interface ScriptedPlatform extends AsyncDisposable {
  readonly address: string;
  readonly token: string;
  readonly tasks: Map<number, ScriptedTask>;
  readonly agents: Map<number, Record<string, unknown>>;
  /** Endpoints called, in order. */
  readonly calls: string[];
  /** Takes an endpoint over until it is set to undefined; an undefined answer leaves it to the platform. */
  readonly scripts: Map<string, Script>;
  /** Records given at once, at most. */
  pageLimit: number;
  addTask(task?: Partial<ScriptedTask>): ScriptedTask;
  connect(runtime?: Partial<Runtime>): Instance;
  /** The same platform without sockets, for thousands of requests. */
  readonly directly: typeof globalThis.fetch;
}

const notFound: Answer = { status: 404, json: { error: "There is no such thing." } };

const headersOf = ({ headers }: { headers?: Record<string, string> }) => ({
  "content-type": "application/json",
  ...headers,
});
const textOf = ({ json }: { json: unknown }) => (typeof json === "string" ? json : JSON.stringify(json));

export async function scriptedPlatform(): Promise<ScriptedPlatform> {
  const token = "a-token-of-this-test";
  const tasks = new Map<number, ScriptedTask>();
  const agents = new Map<number, Record<string, unknown>>([[1, { id: 1, name: "gpu-1", status: "running" }]]);
  const calls: string[] = [];
  const scripts = new Map<string, Script>();
  const row = ({ log: _, app: __, ...info }: ScriptedTask) => info;

  const platform: Record<string, Script> = {
    "tasks.info": ({ id }) => {
      const task = tasks.get(Number(id));
      return task === undefined ? notFound : { json: row(task) };
    },
    "tasks.list": ({ workspaceId }) => {
      const rows = [...tasks.values()].filter((task) => task.workspaceId === workspaceId);
      return { json: { entities: rows.map(row).reverse(), total: rows.length, perPage: 500, pagesCount: 1 } };
    },
    "tasks.log.download": ({ id, sinceTime = "", limit = 1e9 }) => {
      const log = (tasks.get(Number(id))?.log ?? []).filter(
        ({ timestamp }) => timestamp >= String(sinceTime),
      );
      log.sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0));
      return { json: log.slice(0, Math.min(Number(limit), state.pageLimit)) };
    },
    "tasks.request.direct": ({ taskId, command }) => {
      const answer = tasks.get(Number(taskId))?.app?.[String(command)];
      if (answer === undefined) return { status: 400, json: { error: "The app does not answer." } };
      return { json: answer };
    },
    "tasks.stop": ({ id }) => {
      const task = tasks.get(Number(id));
      if (task === undefined) return notFound;
      task.status = "terminating";
      return { json: { id, status: task.status } };
    },
    "agents.info": ({ id }) => {
      const agent = agents.get(Number(id));
      return agent === undefined ? notFound : { json: agent };
    },
  };

  const answerTo = (address: string, text: string): Answer => {
    const url = new URL(address, "http://127.0.0.1");
    const endpoint = url.pathname.split("/").at(-1) ?? "";
    const body = text === "" ? Object.fromEntries(url.searchParams) : JSON.parse(text);
    calls.push(endpoint);
    return (
      scripts.get(endpoint)?.(body) ?? scripts.get("*")?.(body) ?? platform[endpoint]?.(body) ?? notFound
    );
  };
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      const answer = answerTo(request.url ?? "/", text);
      if (answer === "hang") return;
      if (answer === "reset") return request.socket.destroy();
      response.writeHead(answer.status ?? 200, headersOf(answer));
      response.end(textOf(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: ScriptedPlatform = {
    ...{ address, token, tasks, agents, calls, scripts, pageLimit: 1e9 },
    addTask(task = {}) {
      const id = tasks.size + 1;
      const meta = { params: { state: { guiState: { start_training: true } } }, output: {} };
      const added = { id, status: "queued", workspaceId: 1, agentId: 1, meta, log: [], ...task };
      tasks.set(id, added);
      return added;
    },
    connect: (runtime = {}) => connect({ address, token, runtime }),
    async directly(input, init) {
      const request = new Request(input, init);
      const answer = answerTo(request.url, await request.text());
      if (answer === "hang") throw new Error("Only a socket can hang.");
      if (answer === "reset") throw new TypeError("fetch failed");
      return new Response(textOf(answer), { status: answer.status ?? 200, headers: headersOf(answer) });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return state;
}

/** What a finished training puts out. */
const experiment = {
  experiment_name: "Lemons",
  framework_name: "Tiny",
  model_name: "tiny",
  task_type: "object detection",
  project_id: 101,
  task_id: 1,
  model_files: {},
  checkpoints: ["checkpoints/best.pt"],
  best_checkpoint: "best.pt",
  artifacts_dir: "/experiments/101_Lemons/1_Tiny/",
};
export const output = { experiment: { data: experiment } };
