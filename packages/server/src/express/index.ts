/**
 * Trainyard in Express.
 *
 * @module @trainyard/server/express
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeHandler } from "../node/index.ts";
import type { Trainyard } from "../terms/trainyard.ts";

/**
 * A middleware: `app.use(trainyard(yard))` anywhere, before or after parsers. What is not below the base path goes on.
 *
 * @example
 * ```ts no-check
 * import express from "express";
 * import { trainyard } from "@trainyard/server/express";
 * express().use(express.json()).use(trainyard(yard)).listen(3000);
 * ```
 */
export function trainyard(
  yard: Trainyard,
): (
  req: IncomingMessage & { originalUrl?: string },
  res: ServerResponse,
  next: (error?: unknown) => void,
) => void {
  const handle = toNodeHandler(yard);
  return (req, res, next) => {
    const path = (req.originalUrl ?? req.url ?? "").split("?")[0] ?? "";
    if (path.startsWith(`${yard.basePath}/`)) handle(req, res).catch(next);
    else next();
  };
}
