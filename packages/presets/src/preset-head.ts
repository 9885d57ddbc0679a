import type { TeamRules } from "@trainyard/core/spec";
import { teamRulesSchema } from "@trainyard/core/spec";
import * as v from "valibot";
import type { PresetCost } from "./preset.ts";

/** What a preset says of itself, beside its settings. */
export interface PresetHead {
  readonly id: string;
  readonly version: string;
  readonly about: string;
  readonly cost?: PresetCost;
  readonly lock?: readonly string[];
  readonly rules?: TeamRules;
}

const id = v.pipe(
  v.string("expected an id such as acme/detect"),
  v.regex(/^[a-zA-Z\d][\w.-]*(\/[a-zA-Z\d][\w.-]*)+$/, "expected an id such as acme/detect"),
  v.maxLength(120, "expected an id of at most 120 characters"),
);
const path = v.pipe(
  v.string(),
  v.regex(/^[a-zA-Z]\w*(\.[^.\s]+)*$/, "expected a path such as split or tune.epochs"),
);

/** The schema of {@link PresetHead}, field by field. */
export const presetHeadEntries: {
  readonly [K in keyof Required<PresetHead>]: v.GenericSchema<unknown, Required<PresetHead>[K]>;
} = {
  id,
  version: v.pipe(
    v.string("expected a version such as 1.0.0, in quotes"),
    v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, "expected a version such as 1.0.0"),
  ),
  about: v.pipe(
    v.string("expected a sentence on when to use it"),
    v.nonEmpty("expected a sentence on when to use it"),
    v.maxLength(2000),
  ),
  cost: v.picklist(
    ["minutes", "an hour", "hours", "a day"],
    'expected "minutes", "an hour", "hours" or "a day"',
  ),
  lock: v.array(path, "expected a list of paths"),
  rules: teamRulesSchema,
};
