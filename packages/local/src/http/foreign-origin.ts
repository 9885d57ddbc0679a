import type { HonoRequest } from "hono";

/** Whether a request comes from a page of elsewhere: browsers say so, other clients say nothing. */
export function foreignOrigin(req: HonoRequest): boolean {
  const origin = req.header("origin");
  const site = req.header("sec-fetch-site");
  const { host } = new URL(req.url);
  if (origin !== undefined && hostOf(origin) !== host) return true;
  return req.method !== "GET" && site !== undefined && site !== "same-origin" && site !== "none";
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
