import type { TrainSpec } from "@trainyard/core";
import { checkSpec, connect, preparePlan, startTrain } from "@trainyard/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
beforeAll(async () => {
  world = await startSampleWorld(4);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const refusal = async (act: () => unknown): Promise<string> => {
  try {
    await act();
    return "taken";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
const nonsense: readonly (readonly [unknown, string])[] = [
  [{ nonsense: 3 }, "spec.nonsense: there is no such parameter"],
  [undefined, "spec: expected settings by name, got nothing"],
  ["x", 'spec: expected settings by name, got "x"'],
  [{ project: 1, model: "YOLO/YOLO26n-det" }, "spec.model"],
  [
    { project: "1", model: { from: "pretrained", framework: "YOLO", name: "YOLO26n-det" } },
    "Write project: 1",
  ],
  [{ classes: [] }, "expected class names, or no list for all classes"],
  [{ split: { by: "luck" } }, "spec.split.by"],
];

describe("every public door", () => {
  it.each(nonsense)("refuses %j in words, before anything is sent", async (value, words) => {
    const spec = value as TrainSpec;
    const { instance } = world;
    for (const act of [
      () => checkSpec(spec),
      () => preparePlan(spec, instance),
      () => startTrain(spec, instance),
    ])
      expect(await refusal(act)).toContain(words);
  });

  it("says what a spec lacks", async () => {
    expect(await refusal(() => startTrain({}, world.instance))).toContain("No project is named");
  });

  it("takes no call without a schema of the answer: nothing is written", async () => {
    const call = world.instance.call as (...args: unknown[]) => Promise<unknown>;
    expect(await refusal(() => call("tasks.stop", { id: 1 }))).toContain(
      "expected a schema of the answer. Nothing was sent.",
    );
    expect(await refusal(() => connect(undefined as never))).toContain("expected { address, token }");
  });
});
