import { inspect } from "node:util";
import { isTrainyardError } from "@trainyard/core";
import { definePreset, yolo } from "@trainyard/presets";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyHyperparameters } from "./any-hyperparameters.ts";
import { anyModel } from "./any-model.ts";
import { datasets, random, tags, train, trainFrom } from "./index.ts";

const full = () =>
  train()
    .on(12)
    .project(101)
    .model("YOLO/YOLO26s-det")
    .classes("cat", "dog")
    .split(tags("train", "val", { untagged: "ignore" }))
    .hyperparameters("epochs: 5\n")
    .tune({ batch: 4 })
    .experiment("first")
    .convertClassShapes(false)
    .benchmark()
    .speedtest()
    .cache(false)
    .export("onnx")
    .export("tensorrt")
    .autostart(false)
    .task({ description: "nightly" });

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("train()", () => {
  it("says every parameter of the specification", () => {
    expect(full().spec()).toEqual({
      agent: 12,
      project: 101,
      model: { from: "pretrained", framework: "YOLO", name: "YOLO26s-det" },
      classes: ["cat", "dog"],
      split: { by: "tags", train: "train", val: "val", untagged: "ignore" },
      hyperparameters: "epochs: 5\n",
      tune: { batch: 4 },
      experimentName: "first",
      convertClassShapes: false,
      benchmark: true,
      speedtest: true,
      cacheProject: false,
      exports: ["onnx", "tensorrt"],
      autostart: false,
      task: { description: "nightly" },
    });
  });

  it("never changes a parent when a branch goes on", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }), (percents) => {
        const base = full();
        const before = JSON.stringify(base);
        for (const percent of percents) base.split(random(percent)).tune({ batch: percent }).export("onnx");
        expect(JSON.stringify(base)).toBe(before);
      }),
    );
  });

  it("freezes its own spec and leaves the caller's objects alone", () => {
    const mine = { epochs: 3, nested: { a: 1 } };
    const ids = [1];
    const chain = train()
      .tune(mine)
      .split(datasets(ids, [2]));
    expect(Object.isFrozen(chain.spec().tune)).toBe(true);
    expect(Object.isFrozen(mine) || Object.isFrozen(mine.nested) || Object.isFrozen(ids)).toBe(false);
  });

  it("is not thenable, so awaiting a chain starts nothing", () => {
    expect("then" in train()).toBe(false);
  });

  it("names the missing call when types were ignored", async () => {
    const chain: unknown = train().project(1);
    // biome-ignore lint/suspicious/noExplicitAny: stands for a caller without types
    const error: unknown = await (chain as any).start().catch((caught: unknown) => caught);
    if (!isTrainyardError(error)) throw error;
    expect(error.code).toBe("STEP_MISSING");
    expect(error.message).toContain(
      "This chain still needs .on(agent). This chain still needs .model(name).",
    );
  });

  it("refuses a value of the wrong form with the verb's name", () => {
    expect(() => train().project(1.5)).toThrow(/\.project\(\)\.project/);
    expect(() => train().model("YOLO")).toThrow(/FRAMEWORK\/NAME/);
    expect(() => random(150)).toThrow(/1 to 99/);
  });

  it("lays a preset over what was said and lets later calls win", () => {
    const preset = definePreset({
      id: "acme/detect",
      about: "Ours.",
      spec: { tune: { epochs: 9 }, exports: null },
    });
    const chain = full().use(preset).tune({ epochs: 2 });
    expect(chain.spec().tune).toEqual({ batch: 4, epochs: 2 });
    expect(chain.spec().exports).toBeUndefined();
  });

  it("takes a preset by its name, and names the nearest where there is none", () => {
    const chain = train().use("deim/smoke");
    expect(chain.spec().model).toEqual({
      from: "pretrained",
      framework: "DEIM",
      name: "DEIMv2 HGNETv2 Atto",
    });
    expect(chain.spec().tune).toMatchObject({ epoches: 2, flat_epoch: 0 });
    const error = caught(() => train().use("yolo/balancd" as string));
    expect(isTrainyardError(error) && error.code).toBe("PRESET_UNKNOWN");
    expect(String(error)).toContain('Did you mean "yolo/balanced"?');
  });

  it("checks everything at once without an instance", () => {
    const problems = train()
      .benchmark(false)
      .speedtest()
      .split(datasets([1, 2], [2]))
      .check();
    expect(problems.map((problem) => problem.code)).toEqual([
      "STEP_MISSING",
      "STEP_MISSING",
      "STEP_MISSING",
      "SPEEDTEST_WITHOUT_BENCHMARK",
      "SPLIT_OVERLAPS",
    ]);
  });

  it("applies a part only when its condition holds", () => {
    expect(
      full()
        .when(false, (chain) => chain.cache())
        .spec().cacheProject,
    ).toBe(false);
    expect(
      full()
        .when(true, (chain) => chain.cache())
        .spec().cacheProject,
    ).toBe(true);
    expect(full().pipe((chain) => chain.spec().agent)).toBe(12);
  });
});

describe("a member that is undefined", () => {
  const chain = train().on("auto").project(101).model("YOLO/YOLO26s-det");
  const fast = [10].find((epochs) => epochs > 50);

  it("says nothing, in tune, hyperparameters, task and presets", () => {
    expect(chain.tune({ epochs: fast, lr0: 0.1 } as { lr0: number }).spec().tune).toEqual({ lr0: 0.1 });
    expect(
      chain.hyperparameters({ epochs: fast, lr0: 0.1 } as object as { lr0: number }).spec(),
    ).toMatchObject({
      hyperparameters: "lr0: 0.1\n",
    });
    expect(chain.task({ description: undefined, logLevel: "debug" } as object).spec().task).toEqual({
      logLevel: "debug",
    });
    expect(chain.toPreset("acme/x", { about: undefined } as object).id).toBe("acme/x");
  });

  it("in place of a value is a mistake that is told", () => {
    expect(() => chain.experiment(undefined as unknown as string)).toThrow(
      ".experiment(): undefined is no value",
    );
  });
});

describe("a list of classes that came out empty", () => {
  it("is an error, and never all classes", () => {
    const none = ["car", "tree"].filter((name) => name === "boat");
    expect(() => full().classes(...none)).toThrow(
      "the list is empty. Name the classes, or say .allClasses()",
    );
  });

  it("is not how all are said: .allClasses() is", () => {
    expect(full().allClasses().spec().classes).toBeUndefined();
    expect(full().allClasses().classes("cat").spec().classes).toEqual(["cat"]);
  });
});

describe("check() of an app's own hyperparameters", () => {
  const chain = train().on("auto").project(101).model("YOLO/YOLO26s-det");

  it("finds nothing in the text as the app has it", () => {
    expect(chain.hyperparameters(yolo.hyperparametersText).check()).toEqual([]);
  });

  it("still warns of what the app's file does not have just so", () => {
    const text = yolo.hyperparametersText.replace("seed: 0", "seed: None");
    expect(chain.hyperparameters(text).check()).toContainEqual(
      expect.objectContaining({ code: "YAML_SURPRISE", path: "hyperparameters.seed" }),
    );
  });

  it("goes on from a spec that was kept as JSON, and asks for what the spec lacks", () => {
    const chain = full().classes("cat").tune({ epochs: 3 });
    const again = trainFrom(JSON.stringify(chain)).export("onnx");
    expect(again.spec()).toEqual(chain.export("onnx").spec());
    expect(Object.isFrozen(again.spec())).toBe(true);
    expect(trainFrom({ project: 7 }).check()).toContainEqual(
      expect.objectContaining({ code: "STEP_MISSING", path: "model" }),
    );
    expect(() => trainFrom({ project: 7, modle: 1 })).toThrow("spec.modle: there is no such parameter");
    expect(() => trainFrom("{")).toThrow("spec: this text is no JSON");
  });

  it("takes ids as texts, as an environment variable has them, and a list of classes", () => {
    expect(train().on("12").project("101").classes(["a", "b"]).spec()).toEqual({
      agent: 12,
      project: 101,
      classes: ["a", "b"],
    });
    expect(train().on("gpu box").project("lemons").spec()).toEqual({ agent: "gpu box", project: "lemons" });
    expect(() => train().on(" ")).toThrow('expected an agent id (a whole number) or name, got " "');
  });

  it("finds the presets that train() was given by their names, before those of the package", () => {
    const ours = train().model("YOLO/YOLO26n-det").tune({ epochs: 7 }).toPreset("acme/detect");
    expect(
      train(undefined, { presets: [ours] })
        .use("acme/detect")
        .spec().tune,
    ).toEqual({ epochs: 7 });
    expect(() => train().use("acme/detect")).toThrow('There is no preset "acme/detect"');
  });

  it("prints as the calls that say the same, and what is still needed", () => {
    const chain = train().project(7).model("YOLO/YOLO26n-det").split(tags("a", "b")).export("onnx");
    const text = [
      "train()",
      "  .project(7)",
      '  .model("YOLO/YOLO26n-det")',
      '  .split(tags("a", "b"))',
      '  .export("onnx")',
      "  // still needs .on(agent)",
    ].join("\n");
    expect(`${chain}`).toBe(text);
    expect(inspect(chain)).toBe(text);
    expect(inspect(train().check()[0])).toBe(
      "error agent: This chain still needs .on(agent). Add .on(agent).",
    );
  });

  it("takes a split as a preset file writes it, with the same defaults", () => {
    expect(train().split({ by: "random", percent: 70 }).spec().split).toEqual(random(70));
    expect(train().split({ by: "tags", train: "a", val: "b" }).spec().split).toEqual(tags("a", "b"));
  });

  it("takes models and hyperparameters that are newer than the compiler's names", () => {
    const chain = train()
      .model(anyModel("YOLO/YOLO27s-det"))
      .tune(anyHyperparameters({ my_own: 1 }));
    expect(chain.spec()).toMatchObject({
      model: { from: "pretrained", framework: "YOLO", name: "YOLO27s-det" },
      tune: { my_own: 1 },
    });
    expect(() => anyModel("experiments/a/best.pt")).toThrow("is a checkpoint's path");
  });
});
