/**
 * Trainyard in Next's route handlers.
 *
 * @module @trainyard/server/next
 */
import type { Trainyard } from "../terms/trainyard.ts";

/** A route handler of Next. */
type Handler = (request: Request) => Promise<Response>;

/**
 * The handlers of `app/api/trainyard/[...rest]/route.ts`.
 *
 * @example
 * ```ts
 * import type { Trainyard } from "@trainyard/server";
 * import { toNextHandlers } from "@trainyard/server/next";
 * declare const yard: Trainyard;
 * export const { GET, POST } = toNextHandlers(yard);
 * ```
 */
export function toNextHandlers(yard: Trainyard): { readonly GET: Handler; readonly POST: Handler } {
  const handle: Handler = (request) => yard.fetch(request);
  return { GET: handle, POST: handle };
}
