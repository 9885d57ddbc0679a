import { describe, expect, it } from "vitest";
import { hyperparameterProblems } from "../check/check-hyperparameters.ts";
import { factsFromText } from "./facts-from-text.ts";

describe("factsFromText()", () => {
  it("takes paths, kinds and values from an app's own file", () => {
    expect(
      factsFromText("epochs: 100\nlr: 6e-4\namp: True\noptimizer:\n  lr: 0.1\n  betas: [0.9, 0.999]\n"),
    ).toEqual([
      { path: "epochs", kinds: ["int"], default: 100 },
      { path: "lr", kinds: ["str", "float", "int"], default: "6e-4" },
      { path: "amp", kinds: ["bool"], default: true },
      { path: "optimizer.lr", kinds: ["float"], default: 0.1 },
      { path: "optimizer.betas", kinds: ["list"], default: [0.9, 0.999] },
    ]);
  });

  it("knows no kind for what stands for nothing", () => {
    const hyperparameters = factsFromText("freeze: None\nseed: null\n");
    expect(hyperparameterProblems({ tune: { freeze: [1, 2], seed: "x" } }, { hyperparameters })).toEqual([]);
  });

  it("has none for a text that is no mapping", () => {
    expect([factsFromText("- 1"), factsFromText("a: ["), factsFromText("")]).toEqual([[], [], []]);
  });

  it("finds slips by the app's own names", () => {
    const hyperparameters = factsFromText("optimizer:\n  lr: 0.1\n");
    const [problem] = hyperparameterProblems({ tune: { lr: 0.2 } }, { hyperparameters });
    expect(problem).toMatchObject({ code: "HYPERPARAMETER_UNKNOWN", hint: 'Did you mean "optimizer.lr"?' });
  });
});
