import { setTimeout as pause } from "node:timers/promises";
import { ApiError } from "../store/api-error.ts";

/** Where an app is reached. */
export interface AppPort {
  /** Kept once the app listens; with undefined when it ends without. */
  readonly port: Promise<number | undefined>;
  /** Kept when the app has had the time that starting takes. */
  readonly settled: Promise<void>;
}

/**
 * Sends a command to an app on loopback. An app that has just begun is waited for, however short the timeout: a training
 * may be over before a client that asks once a second asks again.
 *
 * @throws ApiError 400 for a command that is no path; any other error when no answer came in time.
 */
export async function sendCommand(
  app: AppPort,
  command: string,
  body: unknown,
  timeout: number,
): Promise<Response> {
  const path = command.replace(/^\/+/, "");
  if (!/^[\w./-]{1,200}$/.test(path) || path.includes(".."))
    throw new ApiError(400, "The command is no path.");
  const stop = new AbortController();
  const { signal } = stop;
  const patience = Promise.all([pause(timeout, undefined, { signal, ref: false }), app.settled]);
  const port = await Promise.race([app.port, patience.then(() => undefined)]).finally(() => {
    patience.catch(() => {});
    stop.abort();
  });
  if (port === undefined) throw new Error("The app does not listen.");
  return fetch(`http://127.0.0.1:${port}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeout),
  });
}
