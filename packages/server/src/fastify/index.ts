/**
 * Trainyard in Fastify.
 *
 * @module @trainyard/server/fastify
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeHandler } from "../node/index.ts";
import type { Trainyard } from "../terms/trainyard.ts";

/** What the plugin needs of a Fastify scope. */
interface Scope {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    parse: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  all(
    path: string,
    handler: (
      request: { readonly raw: IncomingMessage },
      reply: { hijack(): void; readonly raw: ServerResponse },
    ) => void,
  ): unknown;
}

/**
 * A plugin, which Fastify gives a scope of its own: there no parser takes the bodies, elsewhere all stay.
 *
 * @example
 * ```ts no-check
 * import fastify from "fastify";
 * import { trainyardPlugin } from "@trainyard/server/fastify";
 * await fastify().register(trainyardPlugin(yard)).listen({ port: 3000 });
 * ```
 */
export function trainyardPlugin(yard: Trainyard): (scope: Scope) => Promise<void> {
  const handle = toNodeHandler(yard);
  return async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_, __, done) => done(null));
    scope.all(`${yard.basePath}/*`, ({ raw }, reply) => {
      reply.hijack();
      void handle(raw, reply.raw);
    });
  };
}
