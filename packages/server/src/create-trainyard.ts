import type { Instance, Plan } from "@trainyard/core";
import { guard } from "./http/guard.ts";
import { problemResponse, Refusal } from "./http/problem-response.ts";
import { readInput } from "./http/read-input.ts";
import { runStream } from "./http/run-stream.ts";
import { inputSchema, openapiDocument } from "./openapi.ts";
import { everyRoute } from "./routes/every-route.ts";
import type { AnyRoute, Call } from "./terms/route.ts";
import type { Tool } from "./terms/tool.ts";
import type { Caller, Trainyard, TrainyardOptions } from "./terms/trainyard.ts";

/**
 * Mounts Trainyard in another app: one object with a bound `fetch`, which every host can hand its requests to.
 *
 * @example
 * ```ts
 * import { createServer } from "node:http";
 * import { connect } from "@trainyard/core";
 * import { createTrainyard } from "@trainyard/server";
 * import { toNodeHandler } from "@trainyard/server/node";
 * const yard = createTrainyard({
 *   instance: connect({ address: "https://app.supervisely.com", token: "…" }),
 *   authorize: (request) => request.headers.get("x-team") === "vision",
 * });
 * createServer(toNodeHandler(yard)).listen(3000);
 * ```
 */
export function createTrainyard(options: TrainyardOptions): Trainyard {
  const { basePath: said = "/api/trainyard", limits = {}, presets = [], logger = console.error } = options;
  const basePath = `/${said.replace(/^\/+|\/+$/g, "")}`.replace(/^\/$/, "");
  const { body: longest = 2 ** 20, streams: most = 100, plans: kept = 500 } = limits;
  const closing = new AbortController();
  const plans = new WeakMap<Instance, Map<string, Plan>>();
  const single = typeof options.instance === "function" ? undefined : options.instance;
  let streams = 0;

  const callOf = async (instance: Instance, signal: AbortSignal, key: string | null): Promise<Call> => {
    const known = plans.get(instance) ?? new Map<string, Plan>();
    plans.set(instance, known);
    // The oldest plans go: whoever comes back to one plans again.
    for (const hash of known.keys()) if (known.size >= kept) known.delete(hash);
    return { instance, presets, plans: known, signal, ...(key === null ? {} : { idempotencyKey: key }) };
  };
  const instanceOf = async (request: Request) =>
    typeof options.instance === "function" ? options.instance(request) : options.instance;

  const stream = async (request: Request, id: string, caller: Caller): Promise<Response> => {
    await guard(request, "read", options, caller);
    if (!/^\d{1,15}$/.test(id)) throw new Refusal(404, `There is no run ${id}.`);
    if (streams >= most)
      throw new Refusal(503, `${most} streams are open already. Close one, or raise limits.streams.`);
    const since =
      request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("since") ?? undefined;
    const instance = await instanceOf(request);
    streams++;
    const until = AbortSignal.any([request.signal, closing.signal]);
    return runStream(instance, Number(id), since, until, () => streams--);
  };

  const answer = async (request: Request, caller: Caller): Promise<Response> => {
    if (closing.signal.aborted) throw new Refusal(503, "The host is shutting down.");
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${basePath}/`)) throw new Refusal(404, `There is nothing at ${pathname}.`);
    const path = pathname.slice(basePath.length);
    if (path === "/openapi.json" && request.method === "GET") {
      await guard(request, "read", options, caller);
      return Response.json(openapiDocument(basePath));
    }
    const events = /^\/runs\/([^/]+)\/events$/.exec(path)?.[1];
    if (events !== undefined && request.method === "GET") return stream(request, events, caller);
    const found = match(request.method, path);
    await guard(request, found.route.action, options, caller);
    const input = await readInput(request, found.parts, longest);
    const signal = AbortSignal.any([request.signal, closing.signal]);
    const call = await callOf(await instanceOf(request), signal, request.headers.get("idempotency-key"));
    const result = await found.route.run(input, call);
    return Response.json(result, { headers: { "cache-control": "no-store" } });
  };

  const callAlone = async (signal: AbortSignal = closing.signal): Promise<Call> => {
    if (single === undefined)
      throw new Refusal(400, "With an instance by request, make tools for each tenant.");
    return callOf(single, signal, null);
  };
  const tools = everyRoute.map((route): Tool => {
    const { name, about, action, previewOf } = route;
    return {
      ...{ name, description: about, schema: inputSchema(route) },
      isReadOnly: action === "read" || action === "plan",
      ...(previewOf === undefined ? {} : { preview: async (input) => previewOf(input, await callAlone()) }),
      execute: async (input, { signal } = {}) => route.run(input, await callAlone(signal)),
    };
  });
  return Object.freeze({
    basePath,
    tools,
    fetch: (request: Request, caller: Caller = {}) =>
      answer(request, caller).catch((error: unknown) => problemResponse(error, logger)),
    openapi: () => openapiDocument(basePath),
    close: async () => closing.abort(),
  });
}

/** @throws Refusal 404, or 405 for another method of a path that is there. */
function match(method: string, path: string): { route: AnyRoute; parts: Readonly<Record<string, string>> } {
  const segments = path.split("/");
  const fitting = everyRoute.flatMap((route) => {
    const pattern = route.path.split("/");
    if (pattern.length !== segments.length) return [];
    const parts: Record<string, string> = {};
    for (const [at, piece] of pattern.entries()) {
      const segment = segments[at] ?? "";
      if (piece.startsWith(":")) parts[piece.slice(1)] = segment;
      else if (piece !== segment) return [];
    }
    return [{ route, parts }];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found !== undefined) return found;
  const [other] = fitting;
  if (other === undefined) throw new Refusal(404, `There is nothing at ${path}.`);
  throw new Refusal(405, `${path} is asked with ${other.route.method}.`);
}
