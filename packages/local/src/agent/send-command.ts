import { request } from "node:http";
import { arrayBuffer } from "node:stream/consumers";
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
  return post(`http://127.0.0.1:${port}/${path}`, JSON.stringify(body), AbortSignal.timeout(timeout));
}

/** Not fetch: it gives up after five minutes without an answer, and a training that is waited for takes longer. */
function post(url: string, body: string, signal: AbortSignal): Promise<Response> {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    // A connection of its own: an app that ends closes the idle ones, and a command must not land on such a one.
    const sent = request(url, { method: "POST", headers, signal, agent: false }, (answer) => {
      const { statusCode: status = 502 } = answer;
      const type = answer.headers["content-type"];
      const init = { status, headers: type === undefined ? {} : { "content-type": type } };
      arrayBuffer(answer)
        .then((bytes) => resolve(new Response(bytes.byteLength === 0 ? null : bytes, init)))
        .catch(reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
