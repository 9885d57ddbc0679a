import { createHmac, randomBytes } from "node:crypto";
import type { Context as Call, Hono, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { foreignOrigin } from "./foreign-origin.ts";
import { sameToken } from "./same-token.ts";
import { signInPage, signInStyle } from "./sign-in-page.ts";

/** Milliseconds that a one-time link may wait to be opened. */
const linkLife = 10 * 60_000;
/** Nothing from elsewhere, nothing inline, no frame around it. */
export const pagePolicy: string =
  "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

/**
 * Who may look at the instance's pages: a browser that was given the token once, or came by a one-time link. It holds an
 * HttpOnly cookie made from the token, never the token; the cookie outlives a restart of the instance.
 */
export class PageSession {
  readonly #token: string;
  readonly #links = new Map<string, number>();
  readonly #now: () => number;

  constructor(token: string, now: () => number = Date.now) {
    this.#token = token;
    this.#now = now;
  }

  /** The path of a link that signs a browser in, once, and leads on to `path`. */
  link(path: string): string {
    const key = randomBytes(24).toString("base64url");
    this.#links.set(key, this.#now() + linkLife);
    return `/sign-in?link=${key}&to=${encodeURIComponent(path)}`;
  }

  /** Lets a signed-in browser or a client with the token pass; shows others where to sign in. */
  readonly guard: MiddlewareHandler = async (c, next) => {
    if (foreignOrigin(c.req)) return c.text("A foreign page may not look at this instance.", 403);
    const key = c.req.header("x-api-key");
    if (!this.#signedIn(c) && (key === undefined || !sameToken(key, this.#token))) {
      if (c.req.method !== "GET" || c.req.header("accept")?.includes("text/html") !== true)
        return c.text("Sign in first.", 401);
      const { pathname, search } = new URL(c.req.url);
      return this.#page(c, pathname + search, "", 401);
    }
    await next();
  };

  /** Adds the ways in to an application. */
  mount(app: Hono): void {
    app.get("/sign-in.css", ({ body }) => body(signInStyle, 200, { "content-type": "text/css" }));
    app.get("/sign-in", (c) => {
      const key = c.req.query("link") ?? "";
      const to = ownPath(c.req.query("to"));
      const until = this.#links.get(key);
      this.#links.delete(key);
      if (until !== undefined && until >= this.#now()) {
        this.#welcome(c);
        return c.redirect(to, 303);
      }
      if (this.#signedIn(c)) return c.redirect(to, 303);
      return this.#page(c, to, key === "" ? "" : "This link was used before, or is too old.", 401);
    });
    app.post("/sign-in", async (c) => {
      if (foreignOrigin(c.req)) return c.text("A foreign page may not sign in here.", 403);
      const form = await c.req.parseBody();
      const to = ownPath(typeof form.to === "string" ? form.to : undefined);
      if (typeof form.token !== "string" || !sameToken(form.token.trim(), this.#token))
        return this.#page(c, to, "This is not the token of this instance.", 401);
      this.#welcome(c);
      return c.redirect(to, 303);
    });
  }

  #signedIn(c: Call): boolean {
    return sameToken(getCookie(c, this.#name) ?? "", this.#value);
  }

  #welcome(c: Call): void {
    setCookie(c, this.#name, this.#value, { httpOnly: true, sameSite: "Strict", path: "/" });
  }

  #page(c: Call, to: string, problem: string, status: 401): Response | Promise<Response> {
    return c.html(signInPage(to, problem), status, {
      "content-security-policy": pagePolicy,
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
  }

  /** Cookies do not tell ports apart: the name keeps two instances of one machine apart. */
  get #name(): string {
    return `trainyard-${this.#sign("name").slice(0, 12)}`;
  }

  get #value(): string {
    return this.#sign("page");
  }

  #sign(purpose: string): string {
    return createHmac("sha256", this.#token).update(`trainyard ${purpose}`).digest("hex");
  }
}

/** A path of this instance; anything else leads to its front page. */
function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : "/";
}
