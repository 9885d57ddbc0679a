import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { PlannedTraining } from "../plan/terms/train-plan.ts";
import type { Split } from "../spec/split.ts";
import { trainSpecSchema } from "../spec/train-spec.ts";
import { guiStateSchema } from "./gui-state.ts";
import { guiStateToTraining, trainingToGuiState } from "./gui-state-wire.ts";
import { trainingToSpec } from "./training-spec.ts";

const text = fc.string({ minLength: 1 });
const ids = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 4 });
const split: fc.Arbitrary<Split> = fc.oneof(
  fc.record({
    by: fc.constant("random" as const),
    percent: fc.integer({ min: 1, max: 99 }),
    side: fc.constantFrom("train" as const, "val" as const),
  }),
  fc.record({ by: fc.constant("datasets" as const), train: ids, val: ids }),
  fc.record({
    by: fc.constant("tags" as const),
    train: text,
    val: text,
    untagged: fc.constantFrom("train" as const, "val" as const, "ignore" as const),
  }),
  fc.record({ by: fc.constant("collections" as const), train: ids, val: ids }),
);
const training: fc.Arbitrary<PlannedTraining> = fc.record({
  model: fc.oneof(
    fc.record({ from: fc.constant("pretrained" as const), framework: fc.constant("F"), name: text }),
    fc.record({
      from: fc.constant("experiment" as const),
      framework: fc.constant("F"),
      taskId: fc.integer({ min: 1 }),
      checkpoint: text,
    }),
  ),
  classes: fc.array(text, { minLength: 1 }),
  split,
  hyperparameters: fc.option(text),
  convertClassShapes: fc.boolean(),
  benchmark: fc.boolean(),
  speedtest: fc.boolean(),
  cacheProject: fc.boolean(),
  exports: fc.constantFrom(
    [],
    ["onnx" as const],
    ["tensorrt" as const],
    ["onnx" as const, "tensorrt" as const],
  ),
  experimentName: fc.option(text),
  autostart: fc.boolean(),
});

describe("the page's state", () => {
  it("is a planned training and back, without loss, also through JSON", () => {
    fc.assert(
      fc.property(training, (planned) => {
        const wire: unknown = JSON.parse(JSON.stringify(trainingToGuiState(planned)));
        expect(guiStateToTraining(v.parse(guiStateSchema, wire), "F")).toEqual(planned);
      }),
    );
  });

  it("turns back into a spec that a chain could have said", () => {
    fc.assert(
      fc.property(training, (planned) => {
        expect(v.is(trainSpecSchema, trainingToSpec(planned, 7))).toBe(true);
      }),
    );
  });
});
