/**
 * Trainyard in Hono.
 *
 * @module @trainyard/server/hono
 */
import type { MiddlewareHandler } from "hono";
import type { Trainyard } from "../terms/trainyard.ts";

/**
 * A middleware: `app.use(trainyard(yard))`. What is not below the base path goes on.
 *
 * @example
 * ```ts
 * import type { Trainyard } from "@trainyard/server";
 * import { trainyard } from "@trainyard/server/hono";
 * import { Hono } from "hono";
 * const app = (yard: Trainyard) => new Hono().use(trainyard(yard));
 * ```
 */
export function trainyard(yard: Trainyard): MiddlewareHandler {
  return async ({ req, env }, next) => {
    if (!new URL(req.url).pathname.startsWith(`${yard.basePath}/`)) return next();
    const address: unknown = Object(Object(Object(env).incoming).socket).remoteAddress;
    return yard.fetch(req.raw, { remoteAddress: typeof address === "string" ? address : undefined });
  };
}
