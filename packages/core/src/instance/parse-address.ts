import { TrainyardError } from "../errors/trainyard-error.ts";

/** What browsers and servers take at most. */
const longestAddress = 2000;
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Reads an instance's address. Without a scheme it means https; http is only for this machine,
 * since the token would cross the network in the clear.
 *
 * @throws ADDRESS_INVALID
 */
export function parseAddress(address: string, allowHttp = false): string {
  const fail = (message: string) => new TrainyardError("ADDRESS_INVALID", message);
  const text = address.trim();
  if (text.length > longestAddress) throw fail("The address is longer than an address can be.");
  const bare = /^(localhost|127(\.\d+){3}|\[::1\])(?=[:/?#]|$)/.test(text)
    ? `http://${text}`
    : `https://${text}`;
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : bare);
  } catch {
    throw fail("The address is not a URL.");
  }
  if (url.username !== "" || url.password !== "")
    throw fail("The address must not hold a user or a password.");
  if (url.protocol !== "https:" && url.protocol !== "http:") throw fail(`${url.protocol} is not http.`);
  if (url.protocol === "http:" && !loopback.test(url.hostname) && !allowHttp)
    throw fail(`http://${url.host} would send the token unencrypted.`);
  return url.origin + url.pathname.replace(/\/+$/, "");
}
