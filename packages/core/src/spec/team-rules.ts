import * as v from "valibot";
import type { Split } from "./split.ts";

/** What a team allows in trainings that use its preset: data, so that it can be shared and shown. */
export interface TeamRules {
  /** Longest training, in epochs. */
  readonly maxEpochs?: number;
  /** Longest training of a framework that counts iterations. */
  readonly maxIterations?: number;
  /** Ids of the agents that may be used. */
  readonly agents?: readonly number[];
  /** Split methods that may be used. */
  readonly split?: readonly Split["by"][];
  /** Frameworks that may be used, as the platform spells them. */
  readonly frameworks?: readonly string[];
}

const count = v.pipe(
  v.number("expected a whole number"),
  v.integer("expected a whole number"),
  v.minValue(1),
);
const some = <T>(item: v.GenericSchema<unknown, T>, what: string) =>
  v.pipe(v.array(item, `expected a list of ${what}`), v.minLength(1, `expected at least one of the ${what}`));

/** The valibot schema of {@link TeamRules}. */
export const teamRulesSchema: v.GenericSchema<unknown, TeamRules> = v.strictObject({
  maxEpochs: v.exactOptional(count),
  maxIterations: v.exactOptional(count),
  agents: v.exactOptional(some(count, "agent ids")),
  split: v.exactOptional(
    some(
      v.picklist(
        ["random", "datasets", "tags", "collections"],
        'expected "random", "datasets", "tags" or "collections"',
      ),
      "split methods",
    ),
  ),
  frameworks: v.exactOptional(some(v.pipe(v.string(), v.nonEmpty()), "frameworks")),
});
