import { hyperparameterProblems } from "@trainyard/core/hyperparameters";
import type { Json } from "@trainyard/core/spec";
import { describe, expect, it } from "vitest";
import { frameworks } from "./frameworks.ts";

const found = (name: string, tune: Readonly<Record<string, Json>>) => {
  const framework = frameworks.find((candidate) => candidate.name === name);
  if (framework === undefined) throw new Error(`no framework ${name}`);
  return hyperparameterProblems({ tune }, framework).map(
    ({ code, severity, path }) => `${severity} ${code} ${path}`,
  );
};

describe("what a model's authors know beyond the app's file", () => {
  it("is told of every framework", () => {
    expect(frameworks.filter(({ authors }) => authors === undefined)).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, Json>>]>([
    [
      "RT-DETRv2",
      { seed: 7, sync_bn: false, PResNet: { depth: 18 }, "optimizer.eps": 1e-8, "HybridEncoder.act": "gelu" },
    ],
    [
      "DEIM",
      { lr_gamma: 0.5, "DEIMTransformer.num_layers": 4, HGNetv2: { freeze_at: 0 }, "optimizer.lr": 0.0004 },
    ],
    ["MVD", { drop_path: 0.2, layer_decay: 0.8, seed: 1, mixup: 0.5, clip_grad: null }],
  ])("is taken: %s", (name, tune) => {
    expect(found(name, tune)).toEqual([]);
  });

  it("is checked by kind and range", () => {
    expect(found("MVD", { drop_path: 2, seed: "x" })).toEqual([
      "error HYPERPARAMETER_RANGE tune.drop_path",
      "error HYPERPARAMETER_TYPE tune.seed",
    ]);
  });

  it.each<[string, string]>([
    ["RT-DETRv2", "num_classes"],
    ["DEIM", "print_freq"],
    ["MVD", "nb_classes"],
  ])("is a warning where the app sets it itself: %s", (name, path) => {
    expect(found(name, { [path]: 3 })).toEqual([`warning HYPERPARAMETER_OVERWRITTEN tune.${path}`]);
  });

  it.each(["RT-DETRv2", "DEIM", "SparseInst", "MaskDINO", "MVD"])(
    "is a warning that says so where the trainer goes on without a name that nobody knows: %s",
    (name) => {
      const framework = frameworks.find((candidate) => candidate.name === name);
      expect(
        hyperparameterProblems({ tune: { frobnicate: 1 } }, framework ?? { hyperparameters: [] }),
      ).toMatchObject([
        { severity: "warning", message: expect.stringMatching(/has no "frobnicate" and goes on without it/) },
      ]);
    },
  );

  it("makes a slip an error only where the name is in no list", () => {
    expect(found("RT-DETRv2", { epoches_: 5 })).toEqual(["error HYPERPARAMETER_UNKNOWN tune.epoches_"]);
    expect(found("MVD", { drop: 0.1 })).toEqual([]);
  });
});
