import { createMcpHandler } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import type { Trainyard } from "../terms/trainyard.ts";
import { mcpServer } from "./mcp-server.ts";

/**
 * The tools over HTTP, as a function to mount where the host lets in whom it trusts: it checks nobody itself.
 *
 * @example
 * ```ts
 * import type { Trainyard } from "@trainyard/server";
 * import { toMcpFetch } from "@trainyard/server/mcp";
 * import { Hono } from "hono";
 * const app = (yard: Trainyard) => {
 *   const fetch = toMcpFetch(yard);
 *   return new Hono().all("/mcp", ({ req }) => fetch(req.raw));
 * };
 * ```
 */
export function toMcpFetch(yard: Trainyard): (request: Request) => Promise<Response> {
  const handler = createMcpHandler(({ era }) => mcpServer(yard, era));
  return (request) => handler.fetch(request);
}

/** Serves the tools over this process's stdin and stdout, until the other side closes them. */
export function serveMcp(yard: Trainyard): void {
  serveStdio(({ era }) => mcpServer(yard, era));
}
