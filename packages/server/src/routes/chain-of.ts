import type { Train } from "@trainyard/builder";
import { trainFrom } from "@trainyard/builder";
import * as v from "valibot";
import type { Call } from "../terms/route.ts";

/** A training as a request says it: a preset's name and settings over it. */
export interface SaidTraining {
  readonly preset?: string | undefined;
  readonly spec?: Readonly<Record<string, unknown>> | undefined;
}
/** The schema of {@link SaidTraining}'s entries; the settings are parsed by the chain. */
export const saidEntries: {
  readonly preset: v.OptionalSchema<v.StringSchema<undefined>, undefined>;
  readonly spec: v.OptionalSchema<v.GenericSchema<unknown, Record<string, unknown>>, undefined>;
} = {
  preset: v.optional(v.string()),
  spec: v.optional(v.record(v.string(), v.unknown())),
};

/** The chain of a request. The agent is chosen by itself unless one is named; a model may be written as text. */
export function chainOf(
  { preset, spec = {} }: SaidTraining,
  { instance, presets }: Call,
): Train<string, never> {
  const base = trainFrom({ agent: "auto" }, instance, { presets });
  const chain = preset === undefined ? base : base.use(preset);
  return chain.with(spec);
}
