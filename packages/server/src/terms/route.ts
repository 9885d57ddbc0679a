import type { Instance, Plan } from "@trainyard/core";
import type { Preset } from "@trainyard/presets";
import type * as v from "valibot";
import type { Action } from "./trainyard.ts";

/** What a route works with. */
export interface Call {
  readonly instance: Instance;
  readonly presets: readonly Preset[];
  /** The plans that were shown on this instance, by hash. */
  readonly plans: Map<string, Plan>;
  readonly signal: AbortSignal;
  /** The `Idempotency-Key` of the request. */
  readonly idempotencyKey?: string;
}
/** One thing that can be asked: a route, and a tool. */
export interface Route<T = never> {
  readonly method: "GET" | "POST";
  /** Below the base path; `:id` is a part of the input. */
  readonly path: string;
  readonly action: Action;
  /** The tool's name. */
  readonly name: string;
  readonly about: string;
  readonly input: v.GenericSchema<unknown, T>;
  /** What a person is shown before it is executed, where it changes something. */
  preview?(input: T, call: Call): Promise<string>;
  execute(input: T, call: Call): Promise<unknown>;
}

/** A route whose input is parsed before it is executed, whatever its type. */
export interface AnyRoute extends Omit<Route, "input" | "execute" | "preview"> {
  previewOf?(input: unknown, call: Call): Promise<string>;
  readonly input: v.GenericSchema;
  run(input: unknown, call: Call): Promise<unknown>;
}
