import { describe, expect, it } from "vitest";
import { hyperparametersDiff } from "../facts/hyperparameters-diff.ts";
import { missingKeys, missingKeysProblems } from "./missing-keys.ts";

const defaults =
  "epochs: 100 # passes\nlr: 6e-4\noptimizer:\n  type: AdamW\n  betas: [0.9, 0.999]\nema: {decay: 0.5}\n";

describe("missingKeys()", () => {
  it("names what a text would drop, nested too, and a missing mapping once", () => {
    expect(missingKeys("epochs: 10\noptimizer:\n  type: SGD\n", defaults)).toEqual([
      "lr",
      "optimizer.betas",
      "ema",
    ]);
    expect(missingKeys(`${defaults}more: 1\n`, defaults)).toEqual([]);
    expect(missingKeys("epochs: [", defaults)).toEqual([]);
  });

  it("finds a key that a merge brings in", () => {
    expect(missingKeys("a: &a {decay: 1}\nema:\n  <<: *a\n", "ema: {decay: 0.5}\n")).toEqual([]);
  });

  it("is said as one warning that points to tune()", () => {
    expect(missingKeysProblems("epochs: 10\n", defaults)).toEqual([
      {
        code: "HYPERPARAMETERS_MISSING_KEYS",
        severity: "warning",
        path: "hyperparameters",
        message: "The text replaces the app's whole file and lacks 3 of its keys: lr, optimizer, ema.",
        hint: "Use .tune({ … }) to change some values and keep the rest.",
        value: ["lr", "optimizer", "ema"],
      },
    ]);
    expect(missingKeysProblems(defaults, defaults)).toEqual([]);
  });
});

describe("hyperparametersDiff()", () => {
  it("tells what changed, came and went, in values as PyYAML reads them", () => {
    const text = "epochs: 0x10\nlr: 1e-4\noptimizer: {type: AdamW}\nema: {decay: 0.50}\nmine: on\n";
    expect(hyperparametersDiff(text, defaults)).toEqual({
      changed: [
        { path: "epochs", from: 100, to: 16 },
        { path: "lr", from: "6e-4", to: "1e-4" },
      ],
      added: [{ path: "mine", value: true }],
      removed: [{ path: "optimizer.betas", value: [0.9, 0.999] }],
    });
  });

  it("takes 3 and 3.0 for one value, and reads big ints, dates and infinities as text", () => {
    expect(hyperparametersDiff("a: 3\n", "a: 3.0\n").changed).toEqual([]);
    expect(hyperparametersDiff("a: 2026-01-01\nb: .inf\nc: 12345678901234567890\n", "").added).toEqual([
      { path: "a", value: "2026-01-01" },
      { path: "b", value: ".inf" },
      { path: "c", value: "12345678901234567890" },
    ]);
  });

  it("refuses a text that is not YAML", () => {
    expect(() => hyperparametersDiff("a: [1\n", defaults)).toThrow("not YAML (line 2");
  });
});
