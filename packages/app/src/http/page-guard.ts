import type { MiddlewareHandler } from "hono";

/** Headers of everything a page is made of: nothing from elsewhere, nothing inline, no frame around it. */
const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

/** A foreign page may neither read nor act: what it sends says where it comes from. */
export const pageGuard: MiddlewareHandler = async ({ req, res, text, header }, next) => {
  const origin = req.header("origin");
  const host = req.header("host") ?? new URL(req.url).host;
  const site = req.header("sec-fetch-site");
  if (origin !== undefined && originHost(origin) !== host) return text("A foreign origin.", 403);
  if (req.method !== "GET" && site !== undefined && site !== "same-origin" && site !== "none")
    return text("A foreign page.", 403);
  if (req.method === "POST" && !/^application\/json\b/.test(req.header("content-type") ?? ""))
    return text("Send JSON.", 415);
  for (const [name, value] of Object.entries(pageHeaders)) header(name, value);
  await next();
  return res;
};

function originHost(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
