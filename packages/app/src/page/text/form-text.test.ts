import { collections, datasets, random, tags } from "@trainyard/core";
import { tuneHyperparameters } from "@trainyard/core/hyperparameters";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageForm } from "../page-state.ts";
import { chainText } from "./chain-text.ts";
import { presetText } from "./preset-text.ts";
import { readFormText } from "./read-form-text.ts";

const id = fc.integer({ min: 1, max: 2 ** 31 });
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const name = fc
  .string({ minLength: 1, unit: "binary" })
  .filter((text) => text.trim() === text && text !== "");
const text = fc.stringMatching(/^[ -~\n\té\u2028]{1,80}$/);
const defaults = "# the app's own\nepochs: 100 # long\nlr0: 0.01\noptimizer:\n  name: auto\n";
const scalar = fc.oneof(
  fc.integer(),
  fc.constantFrom(null, 1e-7, 0.5, true, "None", "1e-4", "on", "a # b", "SGD", [1, 2], "`$x`\\"),
);
const form: fc.Arbitrary<PageForm> = fc.record({
  model: fc.oneof(
    fc.record({
      from: fc.constant("pretrained" as const),
      framework: fc.constant("YOLO"),
      name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/),
    }),
    fc.record({
      from: fc.constant("experiment" as const),
      framework: fc.constant("YOLO"),
      taskId: id,
      checkpoint: fc.stringMatching(/^[a-z]{1,10}\.pt$/),
    }),
  ),
  classes: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 }),
  split: fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom("train" as const, "val" as const))
      .map((said) => random(...said)),
    fc.tuple(ids, ids).map((said) => datasets(...said)),
    fc.tuple(ids, ids).map((said) => collections(...said)),
    fc
      .tuple(name, name, fc.constantFrom("train" as const, "val" as const, "ignore" as const))
      .map(([train, val, untagged]) => tags(train, val, { untagged })),
  ),
  hyperparameters: fc.oneof(
    text.filter((said) => said !== "{}"),
    fc.constant(defaults),
    fc
      .dictionary(fc.constantFrom("epochs", "lr0", "optimizer.name", "mine"), scalar, { maxKeys: 3 })
      .map((tune) => tuneHyperparameters(defaults, tune)),
  ),
  convertClassShapes: fc.boolean(),
  benchmark: fc.boolean(),
  speedtest: fc.boolean(),
  cacheProject: fc.boolean(),
  exports: fc.subarray(["onnx" as const, "tensorrt" as const]),
  experimentName: fc.option(fc.string({ minLength: 1 })),
  autostart: fc.boolean(),
  tags: fc.constant([]),
  device: fc.constant(""),
});
const blank: PageForm = {
  model: { from: "pretrained", framework: "YOLO", name: "other" },
  ...{ classes: [], split: random(), hyperparameters: "x: 1\n", convertClassShapes: true, benchmark: true },
  ...{
    speedtest: false,
    cacheProject: true,
    exports: [],
    experimentName: "before",
    autostart: false,
    tags: [],
    device: "",
  },
};

describe("a page's form as text", () => {
  it("as a chain, pasted back, gives the same page", () => {
    fc.assert(
      fc.property(form, (said) => {
        expect(readFormText(chainText(said, 7, defaults), blank, defaults)).toEqual(said);
      }),
    );
  });
  it("as a preset, pasted back, gives the same page", () => {
    fc.assert(
      fc.property(form, (said) => {
        expect(readFormText(presetText(said, defaults), blank, defaults)).toEqual(said);
      }),
    );
  });
  it("says of the hyperparameters what differs from the app's own file, and the whole text only where it must", () => {
    const said = (hyperparameters: string | null) => chainText({ ...blank, hyperparameters }, 7, defaults);
    expect(said(defaults)).not.toMatch(/hyperparameters|tune/);
    const tuned = said(tuneHyperparameters(defaults, { epochs: 3, "optimizer.name": "SGD" }));
    expect(tuned).toContain('.tune({ epochs: 3, "optimizer.name": "SGD" })');
    expect(said(`${defaults}# mine\n`)).toContain(".hyperparameters(`# the app's own\n");
  });
  it("is read, never run", () => {
    expect(() => readFormText("train().classes(process.exit(1))", blank, defaults)).toThrow(
      ".classes(): cannot read",
    );
    expect(() => readFormText("train().use(x)", blank, defaults)).toThrow(".use() cannot be pasted");
    expect(() => readFormText("hello", blank, defaults)).toThrow("neither a chain");
  });
  it("of another framework is refused with both names", () => {
    expect(() => readFormText('train().model("DEIM/DEIM-S")', blank, defaults)).toThrow(
      "this app trains YOLO, not DEIM",
    );
  });
});
