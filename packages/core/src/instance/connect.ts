import ky from "ky";
import * as v from "valibot";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Lookups } from "../plan/lookups.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { defaultRuntime } from "../runtime/runtime.ts";
import { callError } from "./call-error.ts";
import type { Caller, CallOptions } from "./caller.ts";
import { instanceLookups } from "./instance-lookups.ts";
import { parseAddress } from "./parse-address.ts";
import { sharedLookups } from "./shared-lookups.ts";

/** A connection to an instance. It holds the token where nothing can print it. */
export interface Instance extends Caller {
  /** What planning asks of this instance. */
  readonly lookups: Lookups;
}

/** How to reach an instance. */
export interface ConnectOptions {
  readonly address: string;
  readonly token: string;
  /** Narrows look-ups of checkpoints to this team first. */
  readonly teamId?: number;
  /** Lets the token travel over plain http to another machine: only for networks you trust. */
  readonly allowHttp?: boolean;
  /** How often a failed read is repeated; default 4. */
  readonly retries?: number;
  readonly runtime?: Partial<Runtime>;
}

/**
 * Connects to an instance. Nothing is sent yet.
 *
 * @throws ADDRESS_INVALID, INPUT_INVALID
 * @example
 * ```ts
 * import { connect } from "@trainyard/core";
 * const instance = connect({ address: "https://app.supervisely.com", token: "…" });
 * ```
 * Source: platform fact: the header is `x-api-key`.
 */
export function connect(options: ConnectOptions): Instance {
  const { token, retries = 4 } = options;
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token))
    throw new TrainyardError("INPUT_INVALID", "token: expected the API token, without spaces.");
  const address = parseAddress(options.address, options.allowHttp);
  const runtime: Runtime = { ...defaultRuntime(), ...options.runtime };
  const http = ky.create({
    prefixUrl: `${address}/public/api/v3`,
    fetch: (input, init) => runtime.fetch(input, init),
    headers: { "x-api-key": token },
    redirect: "manual",
    retry: {
      methods: ["post", "get"],
      statusCodes: [408, 429, 499, 500, 502, 503, 504, 509],
      maxRetryAfter: 60_000,
    },
  });
  const backoff = (attempt: number) => Math.min(8000, 200 * 2 ** attempt) * (0.5 + runtime.random() / 2);

  async function send<T>(
    endpoint: string,
    body: Record<string, unknown>,
    options: CallOptions,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const { signal, timeout = 30_000, attempts = "read", method = "post" } = options;
    const retry = { limit: attempts === "once" ? 0 : retries, delay: backoff };
    try {
      const response = await http(endpoint, {
        ...body,
        method,
        timeout,
        retry,
        ...(signal === undefined ? {} : { signal }),
      });
      return await read(response);
    } catch (cause) {
      throw await callError(cause, endpoint, token, signal);
    }
  }

  const caller: Caller = {
    address,
    runtime,
    ...(options.teamId === undefined ? {} : { teamId: options.teamId }),
    call: (endpoint, body, answer, options = {}) =>
      send(endpoint, payload(body, options), options, async (response) =>
        parseAnswer(endpoint, await response.text(), answer),
      ),
    download: (endpoint, body, options = {}) =>
      send(
        endpoint,
        payload(body, options),
        options,
        async (response) => new Uint8Array(await response.arrayBuffer()),
      ),
    upload: (endpoint, form, options = {}) =>
      send(endpoint, { body: form }, { attempts: "once", timeout: 300_000, ...options }, (response) =>
        response.json(),
      ),
  };
  return Object.freeze({ ...caller, lookups: sharedLookups(instanceLookups(caller)) });
}

/** The platform's GET endpoints read their parameters from the query. */
function payload(body: unknown, { method }: CallOptions): Record<string, unknown> {
  if (method !== "get") return { json: body };
  const pairs = Object.entries(body ?? {}).filter(([, value]) => value !== undefined);
  return { searchParams: Object.fromEntries(pairs.map(([key, value]) => [key, String(value)])) };
}

function parseAnswer<T>(endpoint: string, text: string, answer: v.GenericSchema<unknown, T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new TrainyardError("ANSWER_UNEXPECTED", `${endpoint} answered with something that is not JSON.`, {
      facts: { endpoint, unreadable: true },
    });
  }
  const result = v.safeParse(answer, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? "the answer";
  throw new TrainyardError(
    "ANSWER_UNEXPECTED",
    `${endpoint} answered in another form: ${where}: ${issue.message}.`,
    {
      facts: { endpoint, path: where },
    },
  );
}
