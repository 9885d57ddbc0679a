import * as v from "valibot";
import { parseInput } from "../errors/parse-input.ts";
import { withoutUndefined } from "../errors/without-undefined.ts";
import { splitSchema } from "../spec/split.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { trainSpecSchema } from "../spec/train-spec.ts";

const byName = v.looseObject({}, "expected settings by name");
const splitForm = v.looseObject({
  by: v.picklist(
    ["random", "datasets", "tags", "collections"],
    'expected "random", "datasets", "tags" or "collections"',
  ),
});

/**
 * Takes a spec from a caller who may have written it by hand. What its split holds is judged with everything else, as
 * problems with codes of their own; only its form is asked for here.
 *
 * @throws INPUT_INVALID naming each place that is wrong.
 */
export function requireSpec(said: unknown): TrainSpec {
  const { split, ...rest } = withoutUndefined(parseInput(byName, said, "spec")) as TrainSpec;
  const spec = parseInput(trainSpecSchema, rest, "spec");
  if (split === undefined) return spec;
  parseInput(splitForm, split, "spec.split");
  const whole = v.safeParse(splitSchema, split);
  return { ...spec, split: whole.success ? whole.output : split };
}
