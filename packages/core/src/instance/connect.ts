import ky from "ky";
import * as v from "valibot";
import { explainIssue } from "../errors/explain-issue.ts";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Lookups } from "../plan/terms/lookups.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { defaultRuntime } from "../runtime/runtime.ts";
import { showAs } from "../show/show-as.ts";
import { answerError, networkError } from "./call-error.ts";
import type { Caller, CallOptions } from "./caller.ts";
import { exchange } from "./exchange.ts";
import { instanceLookups } from "./instance-lookups.ts";
import type { FileOpener } from "./open-file.ts";
import { parseAddress } from "./parse-address.ts";
import { sharedLookups } from "./shared-lookups.ts";
import { untilAborted } from "./until-aborted.ts";
import { withRetries } from "./with-retries.ts";

/** Bytes that an answer may have. */
const longestJson = 128 * 2 ** 20;
const longestFile = 2 ** 30;

/** A connection to an instance. It holds the token where nothing can print it. */
export interface Instance extends FileOpener {
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
  if (typeof options !== "object" || options === null)
    throw new TrainyardError("INPUT_INVALID", "connect(): expected { address, token }.", {
      hint: "Write connect({ address, token }), or connectFromEnv() of @trainyard/core/node.",
    });
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
    // Time is ours to keep: ky's timeout ends at the headers, and both it and its retries run on the real clock.
    timeout: false,
    retry: 0,
    throwHttpErrors: false,
  });

  const send = <T>(
    endpoint: string,
    body: Record<string, unknown>,
    { limit, ...options }: CallOptions & { readonly limit: number },
    read: (bytes: Uint8Array<ArrayBuffer>) => T,
  ) => {
    const { signal, timeout = 30_000, attempts = "read", method = "post" } = options;
    const plan = { retries: attempts === "once" ? 0 : retries, signal };
    const deadline = options.deadline ?? Math.max(timeout, 120_000);
    return withRetries(runtime, { ...plan, deadline, timeout }, async (time) =>
      read(
        await exchange(runtime, { endpoint, secret: token, timeout: time, limit, signal }, (cut) =>
          http(endpoint, { ...body, method, signal: cut }),
        ),
      ),
    );
  };
  const json = (endpoint: string, body: Record<string, unknown>, options: CallOptions) =>
    send(endpoint, body, { ...options, limit: longestJson }, (bytes) => parseJson(endpoint, bytes));

  const caller: Caller = {
    address,
    runtime,
    ...(options.teamId === undefined ? {} : { teamId: options.teamId }),
    call: async (endpoint, body, answer, options = {}) => {
      // Before anything is sent: what a call writes cannot be taken back.
      if (!isSchema(answer)) throw noSchema(endpoint);
      return parseAnswer(endpoint, await json(endpoint, payload(body, options), options), answer);
    },
    download: (endpoint, body, options = {}) =>
      send(endpoint, payload(body, options), { timeout: 120_000, ...options, limit: longestFile }, whole),
    upload: (endpoint, form, options = {}) =>
      json(endpoint, { body: form }, { attempts: "once", timeout: 300_000, ...options }),
  };
  const open: FileOpener["open"] = async (teamId, path, signal) => {
    const endpoint = "file-storage.download";
    const answer = await http(endpoint, {
      method: "post",
      json: { teamId, path },
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw networkError(cause, endpoint, token);
    });
    if (!answer.ok || answer.body === null)
      throw answerError(answer, await answer.text().catch(() => ""), {
        endpoint,
        secret: token,
        now: runtime.now(),
      });
    const length = Number(answer.headers.get("content-length") ?? Number.NaN);
    return { size: Number.isFinite(length) ? length : undefined, bytes: answer.body };
  };
  const memory = { files: new Map<string, string>(), teams: new Map<number, number>() };
  const lookups: Lookups = {
    ...sharedLookups(instanceLookups(caller), memory),
    until: (signal) => sharedLookups(instanceLookups(untilAborted(caller, signal)), memory),
  };
  const instance: Instance = { ...caller, open, lookups };
  const team = options.teamId === undefined ? "" : `, team ${options.teamId}`;
  showAs(instance, () => `Instance at ${address}${team}`);
  return Object.freeze(instance);
}

/** The platform's GET endpoints read their parameters from the query. */
function payload(body: unknown, { method }: CallOptions): Record<string, unknown> {
  if (method !== "get") return { json: body };
  const pairs = Object.entries(body ?? {}).filter(([, value]) => value !== undefined);
  return { searchParams: Object.fromEntries(pairs.map(([key, value]) => [key, String(value)])) };
}

const whole = <T>(bytes: T): T => bytes;

function parseJson(endpoint: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new TrainyardError("ANSWER_UNEXPECTED", `${endpoint} answered with something that is not JSON.`, {
      facts: { endpoint, unreadable: true },
    });
  }
}

function parseAnswer<T>(endpoint: string, json: unknown, answer: v.GenericSchema<unknown, T>): T {
  const result = v.safeParse(answer, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? "the answer";
  const what =
    issue.input === undefined
      ? `${endpoint} answered without ${where}, which this instance lacks`
      : `${endpoint} answered in another form: ${where}: ${explainIssue(issue).text}`;
  throw new TrainyardError("ANSWER_UNEXPECTED", `${what}.`, { facts: { endpoint, path: where } });
}

function isSchema(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "~run" in answer;
}

function noSchema(endpoint: string): TrainyardError {
  return new TrainyardError(
    "INPUT_INVALID",
    `call("${endpoint}"): expected a schema of the answer. Nothing was sent.`,
    {
      hint: "Pass a valibot schema as the third argument, e.g. v.unknown().",
    },
  );
}
