import type * as v from "valibot";
import type { Runtime } from "../runtime/runtime.ts";

/** What one call to the instance may say. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, the last byte of its answer included; default 30 000. */
  readonly timeout?: number;
  /** Milliseconds for all attempts and the pauses between them; default 120 000, or one attempt's if that is more. */
  readonly deadline?: number;
  /** `read` repeats on failures that pass; `once` sends exactly one request. Default `read`. */
  readonly attempts?: "read" | "once";
  /** Some endpoints are GETs. */
  readonly method?: "post" | "get";
}

/** Sends requests to an instance; every endpoint is a function of this. */
export interface Caller {
  /** Origin (and path prefix) of the instance, without a trailing slash. */
  readonly address: string;
  /** The team said by the caller or the environment, if any. */
  readonly teamId?: number;
  readonly runtime: Runtime;
  /** Calls an endpoint and parses its answer. */
  call<T>(
    endpoint: string,
    body: unknown,
    answer: v.GenericSchema<unknown, T>,
    options?: CallOptions,
  ): Promise<T>;
  /** Calls an endpoint whose answer is a file. */
  download(endpoint: string, body: unknown, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>>;
  /** Sends files as a multipart form. */
  upload(endpoint: string, form: FormData, options?: CallOptions): Promise<unknown>;
}
