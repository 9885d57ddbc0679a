import { request } from "node:http";
import { Readable } from "node:stream";
import type { Hono } from "hono";
import { ApiError } from "../store/api-error.ts";
import type { Context } from "./context.ts";
import { fileResponse } from "./file-response.ts";

/** What an app is told of a request, and what a browser of its answer. */
const sent = ["accept", "content-type", "last-event-id", "range"];
const answered = [
  "cache-control",
  "content-disposition",
  "content-length",
  "content-security-policy",
  "content-type",
  "cross-origin-resource-policy",
  "referrer-policy",
  "x-content-type-options",
];

/**
 * The page of a task's app, below `/apps/sessions/{taskId}/`. Guarded before it comes here. The app sees a request on
 * loopback without cookies, tokens or origin. What a finished task left is answered from Team Files. Of a task whose app
 * does not run, nothing is answered here: the routes after it may.
 */
export function mountAppProxy(app: Hono, { agent, tasks, files }: Context): void {
  app.get("/apps/sessions/:taskId{\\d+}", async ({ req, redirect }, next) => {
    const task = tasks.get(Number(req.param("taskId")));
    if ((await agent.port(task.id)) !== undefined) return redirect(`/apps/sessions/${task.id}/`, 302);
    await next();
  });
  app.get("/apps/sessions/:taskId{\\d+}/artifacts/:path{.+}", async ({ req }, next) => {
    const task = tasks.get(Number(req.param("taskId")));
    const folder = artifactsOf(task.output);
    if (folder === undefined) return next();
    const path = req.param("path");
    if (path.split("/").includes("..")) throw new ApiError(400, "The path leads out of the folder.");
    const answer = await fileResponse(files.file(task.teamId, `${folder}/${path}`), req.raw);
    const name = encodeURIComponent(path.split("/").at(-1) ?? "file");
    answer.headers.set("content-disposition", `attachment; filename*=UTF-8''${name}`);
    answer.headers.set("x-content-type-options", "nosniff");
    return answer;
  });
  app.on(["GET", "POST"], "/apps/sessions/:taskId{\\d+}/*", async ({ req }, next) => {
    const task = tasks.get(Number(req.param("taskId")));
    const port = await agent.port(task.id);
    if (port === undefined) return next();
    const { pathname, search } = new URL(req.url);
    const path = pathname.slice(`/apps/sessions/${task.id}`.length) + search;
    return forward(port, path, req.raw).catch(() => {
      throw new ApiError(400, `The app of task ${task.id} does not answer.`);
    });
  });
}

/** Sends a request on and streams the answer back, events as they come. */
async function forward(port: number, path: string, incoming: Request): Promise<Response> {
  const body = incoming.method === "GET" ? undefined : Buffer.from(await incoming.arrayBuffer());
  const headers = Object.fromEntries(
    sent.flatMap((name) => {
      const value = incoming.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method: incoming.method, headers, agent: false };
    const out = request({ ...options, signal: incoming.signal }, (answer) => {
      const kept = answered.flatMap((name): [string, string][] => {
        const value = answer.headers[name];
        return typeof value === "string" ? [[name, value]] : [];
      });
      const stream = Readable.toWeb(answer);
      resolve(
        new Response(stream as ReadableStream<Uint8Array>, {
          status: answer.statusCode ?? 502,
          headers: kept,
        }),
      );
    });
    out.on("error", reject);
    out.end(body);
  });
}

/** The artifacts folder of a task that left an experiment. */
function artifactsOf(output: Readonly<Record<string, unknown>>): string | undefined {
  const data: unknown = Object(Object(output.experiment).data).artifacts_dir;
  return typeof data === "string" ? data.replace(/\/$/, "") : undefined;
}
