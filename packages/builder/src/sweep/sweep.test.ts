import { inspect } from "node:util";
import { random, tags } from "@trainyard/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { train } from "../begin-chain.ts";
import { sweep } from "./sweep.ts";

const base = train().project(7).model("YOLO/YOLO26n-det").on("auto");

describe("a sweep", () => {
  it("is every combination of its axes' values", () => {
    const all = sweep(base, { model: ["YOLO/YOLO26n-det", "YOLO/YOLO26s-det"], "tune.lr0": [0.01, 0.001] });
    expect(all.size).toBe(4);
    expect(all.points.map(({ chain }) => chain.spec().tune?.lr0)).toEqual([0.01, 0.001, 0.01, 0.001]);
    expect(base.spec().tune).toBeUndefined();
  });

  it("changes splits, presets and anything else that a spec says", () => {
    const all = sweep(base, { split: [random(70), tags("a", "b")], use: ["yolo/fast"], exports: [["onnx"]] });
    expect(all.points[0]?.chain.spec()).toMatchObject({ split: random(70), exports: ["onnx"] });
  });

  it("holds a training once, however often its points come to it", () => {
    expect(sweep(base, { "tune.epochs": [5, 5, 6] }).size).toBe(2);
    expect(sweep(base.tune({ epochs: 5 }), [{ "tune.epochs": 5 }, {}]).size).toBe(1);
  });

  it("draws the same for the same seed, and nothing twice", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer(), (count, seed) => {
        const axes = { "tune.epochs": [1, 2, 3, 4], "tune.batch": [1, 2, 3, 4] };
        const one = sweep(base, axes, { random: { count, seed } });
        expect(one.size).toBe(Math.min(count, 16));
        expect(sweep(base, axes, { random: { count, seed } }).toJSON()).toEqual(one.toJSON());
      }),
    );
  });

  it("is the same sweep with one thing otherwise for all", () => {
    const all = sweep(base, { "tune.lr0": [0.01, 0.001] }).with({ model: "YOLO/YOLO26s-det" });
    expect(all.points.map(({ chain }) => chain.spec().model)).toMatchObject([
      { name: "YOLO26s-det" },
      { name: "YOLO26s-det" },
    ]);
    expect(all.with({ "tune.lr0": 0.1 }).size).toBe(1);
  });

  it("prints what differs, and nothing else", () => {
    expect(inspect(sweep(base, { "tune.lr0": [0.01] })).split("\n")[1]).toMatch(/^training +tune\.lr0$/);
  });

  it("refuses what is no axis, no value, and too much", () => {
    expect(() => sweep(base, { modle: ["YOLO/YOLO26n-det"] })).toThrow('Did you mean "model"?');
    expect(() => sweep(base, { "tune.lr0": [] })).toThrow("tune.lr0 has no list of values");
    expect(() => sweep(base, { benchmark: ["yes"] })).toThrow("benchmark: expected true or false");
    expect(() => sweep(base, { "tune.seed": Array.from({ length: 101 }, (_, at) => at) })).toThrow(
      "101 trainings are more than 100",
    );
    expect(() => sweep(base, {}).start({ agents: [1], key: "no key" })).toThrow("is no key of a sweep");
  });
});
