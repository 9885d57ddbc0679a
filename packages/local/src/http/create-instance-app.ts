import { timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ApiError } from "../store/api-error.ts";
import type { Context } from "./context.ts";
import type { Endpoints } from "./endpoint.ts";
import { accountEndpoints } from "./routes/account.ts";
import { agentEndpoints } from "./routes/agents.ts";
import { ecosystemEndpoints } from "./routes/ecosystem.ts";
import { fileStorageEndpoints } from "./routes/file-storage.ts";
import { imageEndpoints } from "./routes/images.ts";
import { projectEndpoints } from "./routes/projects.ts";
import { taskEndpoints } from "./routes/tasks.ts";

/** Every endpoint the embedded instance answers. */
const endpoints: Endpoints = {
  ...accountEndpoints,
  ...agentEndpoints,
  ...projectEndpoints,
  ...imageEndpoints,
  ...ecosystemEndpoints,
  ...taskEndpoints,
  ...fileStorageEndpoints,
};
const maxBody = 512 * 2 ** 20;

/** The platform's API as an HTTP application: loopback hosts only, the token checked before anything is read. */
export function createInstanceApp(context: Context): Hono {
  const app = new Hono();
  app.use(async ({ req }, next) => {
    const host = new URL(req.url).hostname;
    if (!["127.0.0.1", "localhost", "[::1]"].includes(host))
      throw new ApiError(403, "This instance answers on loopback only.");
    await next();
  });
  app.get("/", ({ text }) => text("A Trainyard embedded instance."));
  app.use("/public/api/v3/*", async ({ req }, next) => {
    if (!sameToken(req.header("x-api-key") ?? "", context.instance.token))
      throw new ApiError(401, "The API token is wrong or missing.");
    await next();
  });
  app.use("/public/api/v3/*", bodyLimit({ maxSize: maxBody }));
  app.on(["GET", "POST"], "/public/api/v3/:name", async (c) => {
    const name = c.req.param("name");
    const answer = Object.hasOwn(endpoints, name) ? endpoints[name] : undefined;
    if (answer === undefined) throw new ApiError(404, `There is no endpoint ${name} here.`);
    const result = await answer(await bodyOf(c.req.raw), context, c.req.raw);
    return result instanceof Response ? result : c.json(result ?? null);
  });
  app.onError((error, { json }) => {
    const status: ContentfulStatusCode = error instanceof ApiError ? error.status : 500;
    const message = error instanceof ApiError ? error.message : "The instance failed.";
    if (status === 500) console.error(error);
    return json({ error: message, details: { message } }, status);
  });
  return app;
}

/** GETs carry their parameters in the query or, from the platform's SDK, in a JSON body. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.method === "GET") return Object.fromEntries(new URL(request.url).searchParams);
  if (request.headers.get("content-type")?.startsWith("multipart/") === true) return undefined;
  const text = await request.text();
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new ApiError(400, "The body is not JSON.");
  }
}

function sameToken(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
