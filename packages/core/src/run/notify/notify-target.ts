import { TrainyardError } from "../../errors/trainyard-error.ts";

/** Where the end of a run is posted to, and what the post is signed with. */
export interface NotifyTarget {
  /** `https:`, or `http:` on this machine. The post goes to this origin and no other: redirects are not followed. */
  readonly url: string;
  /** The secret that the receiver checks with: `whsec_` and base64, or any text of at least 16 characters. */
  readonly secret: string;
}

/** A target whose parts can be used. */
export interface CheckedTarget {
  readonly url: URL;
  readonly key: Uint8Array;
}

/** @throws INPUT_INVALID, which holds neither the secret nor what the address may hold of one. */
export function checkTarget(target: NotifyTarget): CheckedTarget {
  const { url: text, secret }: { url?: unknown; secret?: unknown } = target ?? {};
  if (typeof text !== "string" || typeof secret !== "string")
    throw refused("expected { url, secret }", 'Write notify: { url: "https://…", secret }.');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw refused("its url is no address", "Write it as https://host/path.");
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isHere))
    throw refused(`${url.protocol} is not taken`, "Use https:, or http: on this machine.");
  if (url.username !== "" || url.password !== "")
    throw refused("its url holds a name or a password", "The signature says who posts: leave them out.");
  return { url, key: keyOf(secret) };
}

function keyOf(secret: string): Uint8Array {
  const key = secret.startsWith("whsec_")
    ? fromBase64(secret.slice("whsec_".length))
    : new TextEncoder().encode(secret);
  if (key === undefined || key.length < 16)
    throw refused("its secret is too short", "Use at least 16 characters, or whsec_ and base64.");
  return key;
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const refused = (what: string, hint: string) =>
  new TrainyardError("INPUT_INVALID", `notify: ${what}.`, { hint });
