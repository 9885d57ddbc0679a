import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault, Values, World } from "./recording.ts";

/** A server on loopback that plays a world and its faults, and keeps what it was asked. */
export interface ReplayServer {
  readonly address: string;
  readonly token: string;
  /** Endpoints in the order they were called. */
  readonly requests: readonly string[];
  /** Bodies of the start calls. */
  readonly startBodies: readonly Values[];
  /** Ids of the tasks that were created. */
  readonly created: readonly number[];
  close(): Promise<void>;
}
interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body?: unknown;
  readonly raw?: string;
  /** The connection breaks in the middle of it. */
  readonly isCut?: boolean;
}
const found = (body: unknown): Answer => ({ status: 200, body });
const missing: Answer = { status: 404, body: { error: "NOT_FOUND" } };
const refused = (why: string): Answer => ({ status: 400, body: { error: why } });
/** Members that each look-up may have: a server that takes anything lets a client say anything. */
const members: Readonly<Record<string, readonly string[]>> = {
  "teams.list": ["filter"],
  "projects.info": ["id"],
  "projects.meta": ["id"],
  "datasets.list": ["projectId", "filter", "recursive"],
  "entities-collections.list": ["projectId", "filter", "type"],
  "ecosystem.list": ["categories", "categoriesOperation", "filter"],
  "agents.available": ["teamId", "withoutPublic", "anyStatus", "needGPU"],
  "file-storage.list": [
    "teamId",
    "path",
    "recursive",
    "return_type",
    "withMetadata",
    "offset",
    "limit",
    "filter",
  ],
  "file-storage.download": ["teamId", "path"],
  "tasks.info": ["id"],
  "tasks.list": ["workspaceId", "filter"],
};
const paging = ["page", "per_page", "perPage", "sort", "sort_order"];
const orMissing = (body: unknown): Answer => (body === undefined ? missing : found(body));

const actions: readonly string[] = ["status", "reset", "body", "badjson", "truncate"];

/** Starts a server for one case. */
export async function startReplayServer(world: World, faults: readonly Fault[]): Promise<ReplayServer> {
  const token = "a-token-that-nothing-may-print";
  const requests: string[] = [];
  const startBodies: Values[] = [];
  const created: number[] = [];
  const tasks = new Map<number, Values & { id: number }>(
    Object.values(world.tasks).map((task) => [task.id, task]),
  );
  for (const { action } of faults)
    if (!actions.includes(action)) throw new Error(`The replay server cannot play the fault ${action}.`);
  const teamIds = new Set<unknown>(world.teams.map(({ id }) => id));
  const left = faults.map((fault) => ({ fault, times: fault.times ?? 1 }));

  function startTask(body: Values): Answer {
    const id = world.nextTaskId + created.length;
    created.push(id);
    const { description, workspaceId } = body;
    tasks.set(id, { id, status: "queued", description, workspaceId });
    return found([{ taskId: id, userId: 3, moduleId: body.moduleId, appId: 578 }]);
  }

  function page(name: string, all: readonly { readonly id: number }[], body: Values): Answer {
    const { page = 1, sort = "id", sort_order = "asc" } = body;
    if (sort !== "id" || (sort_order !== "asc" && sort_order !== "desc")) return refused("no such order");
    const rows = [...all].sort((a, b) => (sort_order === "desc" ? b.id - a.id : a.id - b.id));
    const perPage = world.perPage?.[name] ?? 500;
    const start = (Number(page) - 1) * perPage;
    return found({
      total: rows.length,
      perPage,
      pagesCount: Math.max(1, Math.ceil(rows.length / perPage)),
      entities: rows.slice(start, start + perPage),
    });
  }

  function fileRows({ teamId, path, recursive }: Values): Answer {
    const folder = `${String(path).replace(/\/+$/, "")}/`;
    const files = world.files[String(teamId)] ?? [];
    const rows = files.filter((file) => file.path === path || file.path.startsWith(folder));
    if (recursive === true) return found(rows.map((row) => ({ path: row.path })));
    const children = new Set(rows.map((row) => row.path.slice(folder.length).split("/")[0]));
    return found([...children].map((name) => ({ path: `${folder}${name}` })));
  }

  function file({ teamId, path }: Values): Answer {
    const entry = world.files[String(teamId)]?.find((item) => item.path === path);
    if (entry === undefined) return missing;
    return entry.raw === undefined ? found(entry.content ?? {}) : { status: 200, raw: entry.raw };
  }

  const endpoints: Readonly<Record<string, (body: Values) => Answer>> = {
    "teams.list": (body) => page("teams.list", world.teams, body),
    "projects.info": ({ id }) => {
      const project = world.projects[String(id)];
      // Some worlds have a project of a team that the token does not list.
      if (project !== undefined) teamIds.add(project.teamId);
      return orMissing(project);
    },
    "projects.meta": ({ id }) => orMissing(world.projectMeta[String(id)]),
    "datasets.list": (body) =>
      page(
        "datasets.list",
        (world.datasets[String(body.projectId)] ?? []).filter(
          ({ parentId }) => body.recursive === true || (parentId ?? null) === null,
        ),
        body,
      ),
    "entities-collections.list": (body) =>
      page(
        "entities-collections.list",
        (world.collections[String(body.projectId)] ?? []).filter(
          ({ type }) => (type ?? "default") === body.type,
        ),
        body,
      ),
    "ecosystem.list": (body) => {
      const wanted = Array.isArray(body.categories) ? body.categories.map(String) : [];
      const { categoriesOperation: operation } = body;
      if (operation !== "and" && operation !== "or") return refused("categoriesOperation is and, or or");
      const has = (all: readonly string[]) =>
        operation === "and"
          ? wanted.every((name) => all.includes(name))
          : wanted.some((name) => all.includes(name));
      return page(
        "ecosystem.list",
        world.modules.filter(({ config }) => has(config.categories)),
        body,
      );
    },
    "ecosystem.file.download": () => missing,
    // Whose agents they are was not recorded; that it is a team of the token's or of the project's is known.
    "agents.available": ({ teamId, anyStatus, needGPU }) =>
      anyStatus === false && needGPU === false && teamIds.has(teamId)
        ? found(world.agents)
        : refused("no such team"),
    "file-storage.list": fileRows,
    "file-storage.download": file,
    "instance.version": () => found({ version: "6.17.8" }),
    "tasks.info": ({ id }) => orMissing(tasks.get(Number(id))),
    "tasks.list": (body) => {
      const rows = [...tasks.values()].filter((task) => task.workspaceId === body.workspaceId);
      return page("tasks.list", rows, body);
    },
    "tasks.run.app": startTask,
    "tasks.request.direct": () => found({ running: true }),
  };

  /** A member that the endpoint does not have. */
  function strange(name: string, body: Values): Answer | undefined {
    const known = members[name];
    const odd =
      known === undefined ? undefined : Object.keys(body).find((key) => ![...known, ...paging].includes(key));
    return odd === undefined ? undefined : refused(`${name} has no ${odd}`);
  }

  function answer(name: string, body: Values): Answer | "reset" {
    if (name === "tasks.run.app") startBodies.push(body);
    const act = () => strange(name, body) ?? endpoints[name]?.(body) ?? missing;
    const next = left.find(({ fault, times }) => fault.method === name && times > 0);
    if (next === undefined) return act();
    next.times -= 1;
    const { fault } = next;
    if (fault.process === true) act();
    if (fault.action === "reset") return "reset";
    if (fault.action === "badjson") return { status: 200, raw: '{"cut": [1, ' };
    if (fault.action === "truncate") return { ...act(), isCut: true };
    return { status: 200, body: { error: "fault" }, ...fault };
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const name = request.url?.slice("/public/api/v3/".length) ?? "";
    requests.push(name);
    let text = "";
    for await (const part of request) text += part;
    if (request.headers["x-api-key"] !== token) return void response.writeHead(401).end("{}");
    if (request.method !== "POST") return void response.writeHead(404).end("{}");
    const result = answer(name, JSON.parse(text || "{}"));
    if (result === "reset") return void request.socket.destroy();
    const answered = result.raw ?? JSON.stringify(result.body);
    const length = result.isCut === true ? { "content-length": String(Buffer.byteLength(answered)) } : {};
    response.writeHead(result.status, { "content-type": "application/json", ...length, ...result.headers });
    if (result.isCut !== true) return void response.end(answered);
    response.write(answered.slice(0, Math.ceil(answered.length / 2)), () => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    token,
    requests,
    startBodies,
    created,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
