import { checkSpec, mergeSpecs } from "@trainyard/core";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { definePreset, frameworks, yolo, yoloPresets } from "./index.ts";

describe("the frameworks", () => {
  it.each(frameworks)("$name agrees with itself", (framework) => {
    const names = framework.models.map((model) => model.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(framework.defaultModel.toLowerCase());
    expect(framework.models.every((model) => framework.tasks.includes(model.task))).toBe(true);
    const defaults = Object.fromEntries(framework.hyperparameters.map((item) => [item.path, item.default]));
    expect(parse(framework.hyperparametersText, { version: "1.1" })).toEqual(defaults);
    for (const key of Object.values(framework.keys)) expect(defaults).toHaveProperty(key);
  });

  it("know YOLO's 59 models of two tasks", () => {
    const count = (task: string) => yolo.models.filter((model) => model.task === task).length;
    expect([count("object detection"), count("instance segmentation")]).toEqual([42, 17]);
  });
});

describe("the presets of YOLO", () => {
  it.each(Object.values(yoloPresets))(
    "$id names a model of the app and known hyperparameters",
    ({ spec }) => {
      const model = spec.model?.from === "pretrained" ? spec.model.name : "";
      expect(yolo.models.map(({ name }) => name)).toContain(model);
      const known = yolo.hyperparameters.map(({ path }) => path);
      expect(known).toEqual(expect.arrayContaining(Object.keys(spec.tune ?? {})));
      expect(checkSpec({ ...mergeSpecs({}, spec), project: 1 })).toEqual([]);
    },
  );
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
    expect(Object.isFrozen(child.spec.tune)).toBe(true);
  });

  it("refuses an id, a version or a value of the wrong form", () => {
    const about = "x";
    expect(() => definePreset({ id: "noslash", about, spec: {} })).toThrow("acme/detect");
    expect(() => definePreset({ id: "a/b", version: "1", about, spec: {} })).toThrow("1.0.0");
    expect(() => definePreset({ id: "a/b", about, spec: { project: -1 } })).toThrow("project");
  });
});
