import { checkSpec, isTrainyardError } from "@trainyard/core";
import { tuneHyperparameters } from "@trainyard/core/hyperparameters";
import { mergeSpecs } from "@trainyard/core/spec";
import { describe, expect, it } from "vitest";
import { definePreset } from "./define-preset.ts";
import { deimEpochs } from "./deim/deim-epochs.ts";
import { describePreset, presetRows } from "./describe-preset.ts";
import { findPreset } from "./find-preset.ts";
import { frameworkOf, listPresets } from "./list-presets.ts";
import { namedPresets } from "./named-presets.ts";
import { yoloPresets } from "./yolo/presets.ts";

describe("the named presets", () => {
  it("have ids of their own, a sentence, and a cost", () => {
    const ids = namedPresets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { about, cost } of namedPresets) {
      expect(about).toMatch(/\.$/);
      expect(cost).toBeDefined();
    }
  });

  it.each(namedPresets)("$id says only what its framework has", (preset) => {
    const framework = frameworkOf(preset);
    if (framework === undefined || preset.spec.model?.from !== "pretrained") throw new Error("no framework");
    const { name } = preset.spec.model;
    expect(preset.id.startsWith(`${framework.name.toLowerCase()}/`)).toBe(true);
    const model = framework.models.find((candidate) => candidate.name === name);
    const known = framework.hyperparameters.map(({ path }) => path);
    expect(known).toEqual(expect.arrayContaining(Object.keys(preset.spec.tune ?? {})));
    expect(model?.exports ?? framework.exports).toEqual(
      expect.arrayContaining([...(preset.spec.exports ?? [])]),
    );
    expect(checkSpec({ ...mergeSpecs({}, preset.spec), project: 1 })).toEqual([]);
    expect(() => tuneHyperparameters(framework.hyperparametersText, { ...preset.spec.tune })).not.toThrow();
  });

  it.each(namedPresets)("$id keeps the rules of its framework", (preset) => {
    const framework = frameworkOf(preset);
    const said: Readonly<Record<string, unknown>> = { ...preset.spec.tune };
    const value = (path: string): unknown =>
      path in said ? said[path] : framework?.hyperparameters.find((item) => item.path === path)?.default;
    for (const rule of framework?.rules ?? []) {
      if (rule.kind === "together" && rule.path in said)
        expect(Object.keys(said)).toEqual(expect.arrayContaining([...rule.keys]));
      if (rule.kind === "at-most")
        for (const number of [value(rule.path)].flat())
          expect(number, rule.path).toBeLessThanOrEqual(Number(value(rule.bound)));
      if (rule.kind === "no-effect" && value(rule.path) === rule.is)
        expect(Object.keys(said).filter((key) => rule.keys.includes(key))).toEqual([]);
    }
  });

  it("say that SparseInst, MaskDINO and MVD do not start by themselves, and export where they can", () => {
    for (const preset of namedPresets) {
      const framework = frameworkOf(preset);
      if (framework?.autostart === false) expect(preset.about).toMatch(/not start by itself/);
      if (framework?.exports.length === 0) expect(preset.spec.exports ?? []).toEqual([]);
    }
  });
});

describe("deimEpochs()", () => {
  it("gives the values of the app's file, and those of the makers' own configurations", () => {
    const file = Object.fromEntries(
      (frameworkOf(findPreset("deim/fast"))?.hyperparameters ?? []).map(({ path, default: value }) => [
        path,
        value,
      ]),
    );
    expect(file).toMatchObject(deimEpochs(58));
    expect(deimEpochs(102, 12).flat_epoch).toBe(49);
    expect(deimEpochs(132, 12).flat_epoch).toBe(64);
  });

  it("keeps the order of the stages down to the shortest training, and refuses less", () => {
    for (let epochs = 2; epochs < 200; epochs++) {
      const all = deimEpochs(epochs);
      const [start = -1, flat = -1, end = -1] = all["train_dataloader.dataset.transforms.policy.epoch"];
      expect([0 <= start, start <= flat, flat <= end, end <= epochs]).toEqual([true, true, true, true]);
    }
    expect(() => deimEpochs(8, 8)).toThrow("at least one epoch");
    expect(() => deimEpochs(2.5)).toThrow("whole numbers");
  });
});

describe("finding presets", () => {
  it("lists those of a framework and of a task", () => {
    expect(listPresets().length).toBe(namedPresets.length);
    expect(listPresets({ framework: "maskdino" }).map(({ id }) => id)).toContain("maskdino/streets/balanced");
    const masks = listPresets({ task: "instance segmentation" }).map(({ id }) => id.split("/")[0]);
    expect(new Set(masks)).toEqual(new Set(["yolo", "sparseinst"]));
    expect(listPresets({ framework: "YOLO", task: "classification" })).toEqual([]);
  });

  it("names the nearest preset when there is none of that name", () => {
    const failing = () => findPreset("yolo/fsat");
    expect(failing).toThrow(/Did you mean "yolo\/fast"\?/);
    try {
      failing();
    } catch (error) {
      expect(isTrainyardError(error) && error.code).toBe("PRESET_UNKNOWN");
    }
  });

  it("prints what a preset sets over the defaults, and what it means", () => {
    expect(describePreset("yolo/segmentation/fast")).toMatchInlineSnapshot(`
      "yolo/segmentation/fast@1.0.0: A first useful segmentation model: masks instead of boxes.
      Expected to take: an hour.
      Made from yolo/fast@1.0.0.

      setting        value             default           meaning
      model          YOLO/YOLO26n-seg  YOLO/YOLO26s-det  the pretrained model to start from
      tune.epochs    50                100               passes over the training images
      tune.patience  20                50                epochs without improvement after which training ends; 0 never ends it early
      "
    `);
    expect(presetRows(findPreset("deim/smoke"))).toContainEqual({
      setting: "tune.flat_epoch",
      value: "0",
      default: "29",
      meaning: "epoch after which the learning rate falls",
    });
  });
});

describe("definePreset()", () => {
  it("lays a preset over its parent, keeps the line of parents, and is frozen", () => {
    const child = definePreset({
      id: "acme/line",
      version: "2.0.0",
      about: "Ours.",
      extends: yoloPresets.edge,
      spec: { tune: { epochs: 7 }, exports: ["onnx"], speedtest: null },
    });
    expect(child.spec).toMatchObject({ tune: { epochs: 7 }, exports: ["onnx"], benchmark: true });
    expect(child.spec.speedtest).toBeNull();
    expect(child.parents).toEqual(["yolo/edge@1.0.0", "yolo/balanced@1.0.0"]);
    expect(child.cost).toBe("hours");
    expect(Object.isFrozen(child.spec.tune)).toBe(true);
  });

  it("refuses an id, a version or a value of the wrong form", () => {
    const about = "x";
    expect(() => definePreset({ id: "noslash", about, spec: {} })).toThrow("acme/detect");
    expect(() => definePreset({ id: "a/b", version: "1", about, spec: {} })).toThrow("1.0.0");
    expect(() => definePreset({ id: "a/b", about, spec: { project: -1 } })).toThrow("project");
  });
});
