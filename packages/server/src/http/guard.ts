import type { Action, Caller, TrainyardOptions } from "../terms/trainyard.ts";
import { Refusal } from "./problem-response.ts";

const names: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];
const addresses = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Lets a request pass that its host allows. Without `authorize` only this machine may; what changes something must not
 * come from a foreign page, whatever cookies it brings.
 *
 * @throws Refusal 401 or 403.
 */
export async function guard(
  request: Request,
  action: Action,
  { authorize }: Pick<TrainyardOptions, "authorize">,
  { remoteAddress }: Caller,
): Promise<void> {
  const { hostname, host } = new URL(request.url);
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isForeign = origin !== null && (!URL.canParse(origin) || new URL(origin).host !== host);
  if (action !== "read" && (isForeign || (site !== null && site !== "same-origin" && site !== "none")))
    throw new Refusal(403, "A foreign page may not do this.");
  if (authorize !== undefined) {
    if (await authorize(request, action)) return;
    throw new Refusal(403, `This needs the permission to ${action}.`);
  }
  const isNear = names.includes(hostname) && (remoteAddress === undefined || addresses.test(remoteAddress));
  if (!isNear || isForeign)
    throw new Refusal(
      401,
      "Without authorize() this is answered to this machine only. Pass authorize to createTrainyard().",
    );
}
