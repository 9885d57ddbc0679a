/**
 * Trainyard in `node:http`, and in whatever is built on it.
 *
 * @module @trainyard/server/node
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Trainyard } from "../terms/trainyard.ts";

/** What frameworks put onto Node's request: the address before they cut it, and a body that they have read. */
interface Incoming extends IncomingMessage {
  readonly originalUrl?: string;
  readonly body?: unknown;
}

/**
 * A handler for `node:http`, Connect and Express: mounted below a prefix, and after `express.json()`, it works as well.
 *
 * @example
 * ```ts
 * import { createServer } from "node:http";
 * import type { Trainyard } from "@trainyard/server";
 * import { toNodeHandler } from "@trainyard/server/node";
 * const serve = (yard: Trainyard) => createServer(toNodeHandler(yard)).listen(3000, "127.0.0.1");
 * ```
 */
export function toNodeHandler(yard: Trainyard): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const listener = getRequestListener(
    (request, { incoming }) => {
      const { originalUrl, body, socket } = incoming as Incoming;
      const url = originalUrl === undefined ? request.url : new URL(originalUrl, request.url).href;
      return yard.fetch(asSent(request, url, body), { remoteAddress: socket.remoteAddress });
    },
    { overrideGlobalObjects: false },
  );
  return async (req, res) => {
    await listener(req, res);
  };
}

/** The request as it was sent: a parser may have taken its body, a router the beginning of its path. */
function asSent(request: Request, url: string, body: unknown): Request {
  const { method, headers, signal } = request;
  const isParsed = body !== undefined && method !== "GET" && method !== "HEAD";
  if (isParsed) return new Request(url, { method, headers, signal, body: JSON.stringify(body) });
  return url === request.url ? request : new Request(url, request);
}
