import type { MiddlewareHandler } from "hono";

const loopback: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

/** Refuses a request under another name than this machine's own: a page of elsewhere may have had its name point here. */
export const loopbackOnly: MiddlewareHandler = async ({ req, text }, next) => {
  if (!loopback.includes(new URL(req.url).hostname)) return text("This app answers on loopback only.", 403);
  return next();
};
