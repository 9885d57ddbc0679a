import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ApiError } from "../store/api-error.ts";
import { diskFailure } from "../store/disk-failure.ts";
import { mountAppProxy } from "./app-proxy.ts";
import type { Context } from "./context.ts";
import { foreignOrigin } from "./foreign-origin.ts";
import { mountModelBenchmark } from "./model-benchmark.ts";
import { everyEndpoint } from "./routes/every-endpoint.ts";
import { sameToken } from "./same-token.ts";
import { noteUnknown } from "./unknown-endpoints.ts";

const api = "/public/api/v3";
const maxJson = 32 * 2 ** 20;
const maxForm = 512 * 2 ** 20;
const tooLarge = () => {
  throw new ApiError(413, "The body is too large.");
};
const limitJson = bodyLimit({ maxSize: maxJson, onError: tooLarge });
const limitForm = bodyLimit({ maxSize: maxForm, onError: tooLarge });

/** The platform's API as an HTTP application: loopback hosts only, the token checked before anything is read. */
export function createInstanceApp(context: Context): Hono {
  const app = new Hono();
  app.use(async ({ req }, next) => {
    const host = new URL(req.url).hostname;
    if (!["127.0.0.1", "localhost", "[::1]"].includes(host))
      throw new ApiError(403, "This instance answers on loopback only.");
    await next();
  });
  app.use(`${api}/*`, async ({ req }, next) => {
    if (foreignOrigin(req)) throw new ApiError(403, "A foreign page may not ask this instance.");
    if (!sameToken(req.header("x-api-key") ?? "", context.instance.token))
      throw new ApiError(401, "The API token is wrong or missing.");
    await next();
  });
  app.use(`${api}/*`, (c, next) => {
    const kind = bodyKind(c.req.raw);
    // A file that is sent as it is goes to the disk as it comes, so its size is no matter.
    if (kind === "bytes") return next();
    return kind === "form" ? limitForm(c, next) : limitJson(c, next);
  });
  context.pages.mount(app);
  app.use("/apps/*", context.pages.guard);
  mountAppProxy(app, context);
  mountModelBenchmark(app, context);
  app.on(["GET", "POST"], `${api}/:name`, async (c) => {
    const name = c.req.param("name");
    const answer = Object.hasOwn(everyEndpoint, name) ? everyEndpoint[name] : undefined;
    if (answer === undefined) {
      noteUnknown(name, c.req.header("x-task-id"), context);
      throw new ApiError(404, `There is no endpoint ${name} here.`);
    }
    const result = await answer(await bodyOf(c.req.raw), context, c.req.raw);
    return result instanceof Response ? result : c.json(result ?? null);
  });
  app.notFound(({ json, req }) => json(failure(`There is nothing at ${req.path}.`), 404));
  app.onError((error, { json }) => {
    const known = error instanceof ApiError ? error : diskFailure(error);
    if (known !== undefined) return json(failure(known.message, known.details), known.status);
    context.log(error);
    return json(failure("The instance failed."), 500);
  });
  return app;
}

/** An error in the platform's form. */
function failure(message: string, details: Readonly<Record<string, unknown>> = {}) {
  return { error: message, details: { message, ...details } };
}

/** GETs carry their parameters in the query; a JSON body may call itself anything but a form or bytes. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.method === "GET") return Object.fromEntries(new URL(request.url).searchParams);
  if (bodyKind(request) !== "json") return undefined;
  const text = await request.text();
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new ApiError(400, "The body is not JSON.");
  }
}

function bodyKind(request: Request): "json" | "form" | "bytes" {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/")) return "form";
  return type.startsWith("application/octet-stream") ? "bytes" : "json";
}
