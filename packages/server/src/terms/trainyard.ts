import type { Instance } from "@trainyard/core";
import type { Preset } from "@trainyard/presets";
import type { Tool } from "./tool.ts";

/** What a request wants to do. */
export type Action = "read" | "plan" | "start" | "stop";

/** What a host knows of a request beside it. */
export interface Caller {
  /** The address at the other end of the connection; adapters for Node hand it on. */
  readonly remoteAddress?: string | undefined;
}
/** How Trainyard is mounted. */
export interface TrainyardOptions {
  /** The instance that is trained on: one, or one by request, for hosts with several tenants. Its token stays here. */
  readonly instance: Instance | ((request: Request) => Instance | Promise<Instance>);
  /**
   * Whether a request may do what it wants. Left out, only this machine may, by a loopback address.
   */
  readonly authorize?: (request: Request, action: Action) => boolean | Promise<boolean>;
  /** Where it is mounted; default "/api/trainyard". */
  readonly basePath?: string;
  /** Presets that callers may name, before those of `@trainyard/presets`. */
  readonly presets?: readonly Preset[];
  /** Bounds: bytes of a body (default 1 MB), event streams at once (default 100), plans that are remembered (default 500). */
  readonly limits?: { readonly body?: number; readonly streams?: number; readonly plans?: number };
  /** Told of failures that are nobody's request: default `console.error`. */
  readonly logger?: (error: unknown) => void;
}
/** Trainyard, mounted. */
export interface Trainyard {
  /** Answers a request below the base path; bound, so that it can be handed on. */
  readonly fetch: (request: Request, caller?: Caller) => Promise<Response>;
  readonly basePath: string;
  /** The routes as an OpenAPI 3.1 document. */
  openapi(): Readonly<Record<string, unknown>>;
  /** The same routes as tools for assistants. */
  readonly tools: readonly Tool[];
  /** Ends every stream, each of which its client can resume, and takes no more requests. */
  close(): Promise<void>;
}
