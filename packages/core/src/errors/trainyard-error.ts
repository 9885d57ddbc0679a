import { showAs } from "../show/show-as.ts";
import type { ErrorCode } from "./codes.ts";
import { errorCodes } from "./codes.ts";

/** What an error knows besides its code. Never a token, a header or a request. */
export interface ErrorFacts {
  /** The task the error is about; present in every error after a task was created. */
  readonly taskId?: number;
  /** HTTP status of the answer. */
  readonly status?: number;
  /** The endpoint that was called, e.g. `projects.info`. */
  readonly endpoint?: string;
  /** The instance's own id of the request, where it gives one. */
  readonly requestId?: string;
  /** The run key under which a start can be repeated. */
  readonly key?: string;
  /** Anything else worth a line, as JSON-safe data. */
  readonly [fact: string]: unknown;
}

/** Characters of a message. Lists of problems are long, and are told whole. */
const longest = 8000;
const brand = Symbol.for("trainyard.error");

/**
 * The one error of Trainyard: a stable `code`, a message that names the mistake and its mend, and facts.
 * It is JSON-safe and holds no secret.
 *
 * @example
 * ```ts
 * import { isTrainyardError } from "@trainyard/core";
 * try {
 *   JSON.parse("{");
 * } catch (error) {
 *   if (isTrainyardError(error, "PROJECT_NOT_FOUND")) console.error(error.hint);
 * }
 * ```
 */
export class TrainyardError extends Error {
  override readonly name = "TrainyardError";
  /** The stable code; see the table in the documentation. */
  readonly code: ErrorCode;
  /** How to mend it. */
  readonly hint: string;
  /** Whether the same call may be made again. */
  readonly retryable: "no" | "safe" | "ambiguous";
  /** What else is known. */
  readonly facts: ErrorFacts;

  constructor(
    code: ErrorCode,
    message?: string,
    options: { facts?: ErrorFacts; hint?: string; cause?: unknown } = {},
  ) {
    const entry = errorCodes[code];
    const hint = options.hint ?? entry.hint;
    super(
      clipped(`${message ?? entry.text} ${hint}`.trim()),
      options.cause === undefined ? {} : { cause: options.cause },
    );
    this.code = code;
    this.hint = hint;
    this.retryable = entry.retryable;
    this.facts = options.facts ?? {};
    Object.defineProperty(this, brand, { value: true });
  }

  /** The task the error is about, if there is one. */
  get taskId(): number | undefined {
    return this.facts.taskId;
  }

  /** Where its code is explained, in the documentation. */
  get page(): string {
    return `docs/errors/${this.code}.md`;
  }

  override toString(): string {
    return `${this.name}: ${this.message}`;
  }

  /** The error as plain data. */
  toJSON(): Record<string, unknown> {
    const { code, message, hint, retryable, facts, page } = this;
    return { name: this.name, code, message, hint, retryable, facts, page };
  }
}

showAs(TrainyardError.prototype, (error) => {
  const { code, page, taskId, cause, stack = error.toString() } = error;
  const task = taskId === undefined ? "" : `, task: ${taskId}`;
  const because = cause instanceof Error ? `, cause: ${cause.name}: ${cause.message}` : "";
  return `${stack} { code: ${code}, page: ${page}${task}${because} }`;
});

/** A message tells what was given, which may be a megabyte: its beginning and its end are enough. */
function clipped(message: string): string {
  return message.length <= longest ? message : `${message.slice(0, longest - 700)} … ${message.slice(-600)}`;
}

/**
 * Whether a value is a TrainyardError (of this code), also when it comes from another copy of the library.
 *
 * @example
 * ```ts
 * import { isTrainyardError } from "@trainyard/core";
 * const known: boolean = isTrainyardError(new Error("x"));
 * ```
 */
export function isTrainyardError(value: unknown, code?: ErrorCode): value is TrainyardError {
  if (typeof value !== "object" || value === null || !(brand in value)) return false;
  return "code" in value && (code === undefined || value.code === code);
}
