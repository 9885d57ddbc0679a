import { readFileSync } from "node:fs";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { checkSpec } from "../check-spec.ts";
import { transportProblems } from "./check-transport.ts";

const file = new URL("../fixtures/python-readings.json", import.meta.url);
const recorded = v
  .parse(v.array(v.looseTuple([v.string(), v.string()])), JSON.parse(readFileSync(file, "utf8")))
  .map(([text, kind]) => ({ text, kind }));

const places: Readonly<Record<string, (text: string) => TrainSpec>> = {
  experimentName: (text) => ({ experimentName: text }),
  "model (pretrained)": (text) => ({ model: { from: "pretrained", framework: "F", name: text } }),
  "model (experiment)": (text) => ({ model: { from: "experiment", taskId: 7, checkpoint: text } }),
  "model (path)": (text) => ({ model: { from: "checkpoint", path: `/experiments/a/b/checkpoints/${text}` } }),
  "split.train": (text) => ({ split: { by: "tags", train: text, val: "val", untagged: "ignore" } }),
  "split.val": (text) => ({ split: { by: "tags", train: "train", val: text, untagged: "ignore" } }),
  hyperparameters: (text) => ({ hyperparameters: text }),
};

describe("a text that is retyped on its way to the training app", () => {
  it.each(Object.entries(places))("is warned of, and no other: %s", (place, spec) => {
    // A path's last part holds no slash: the rest of the text is a folder.
    const texts = recorded.filter(({ text }) => place !== "model (path)" || !text.includes("/"));
    const warned = texts.filter(({ text }) => transportProblems(spec(text)).length > 0);
    expect(warned).toEqual(texts.filter(({ kind }) => kind !== "text"));
  });

  it.each<[TrainSpec, string, string, string]>([
    [{ experimentName: "12345" }, "warning", "experimentName", "the number 12345"],
    [{ experimentName: "true" }, "warning", "experimentName", "the truth value True"],
    [{ experimentName: "[v2] x" }, "error", "experimentName", "ends before it shows its page"],
    [places["split.train"]?.("1") ?? {}, "warning", "split.train", "the number 1"],
    [places["split.val"]?.("false") ?? {}, "warning", "split.val", "the truth value False"],
    [places["split.val"]?.("[a]") ?? {}, "error", "split.val", '"[a]" as Python'],
    [places["model (path)"]?.("[v2].pt") ?? {}, "error", "model", '"[v2].pt" as Python'],
    [places["model (pretrained)"]?.("007") ?? {}, "error", "model", "cannot"],
    [{ hyperparameters: "[a]: 1\n" }, "error", "hyperparameters", "cannot"],
  ])("%j: %s", (spec, severity, path, message) => {
    expect(checkSpec(spec).filter(({ code }) => code === "RETYPED_ON_THE_WAY")).toMatchObject([
      { severity, path, message: expect.stringContaining(message), hint: expect.stringMatching(/\.$/) },
    ]);
  });

  it("is told in a message of readable length", () => {
    const [problem] = transportProblems({ experimentName: "1".repeat(4000) });
    expect(problem?.message.length).toBeLessThan(200);
  });
});

describe("what is not retyped", () => {
  it("is text that begins with a letter and is no word for a truth", () => {
    const word = fc.tuple(fc.constantFrom(..."abcxyzABCÄß漢"), fc.string()).map((parts) => parts.join(""));
    fc.assert(
      fc.property(word, fc.constantFrom(...Object.values(places)), (text, spec) => {
        fc.pre(!["true", "false"].includes(text.toLowerCase()));
        expect(transportProblems(spec(text))).toEqual([]);
      }),
    );
  });

  it("is a list: classes and ids travel whole", () => {
    const split = { by: "datasets", train: [1], val: [2] } as const;
    expect(transportProblems({ classes: ["12345", "true", "[v2]"], split })).toEqual([]);
  });
});
