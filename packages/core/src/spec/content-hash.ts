import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "./canonical-json.ts";

/**
 * The SHA-256 of a value's canonical JSON, in hexadecimal digits. Web Crypto lacks it on pages that came over plain http.
 *
 * @example
 * ```ts
 * import { contentHash } from "@trainyard/core/spec";
 * const same = contentHash({ a: 1, b: 2 }) === contentHash({ b: 2, a: 1 });
 * ```
 */
export function contentHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
