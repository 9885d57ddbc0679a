import { describe, expect, it } from "vitest";
import { readHyperparameters } from "./read-hyperparameters.ts";

describe("the hyperparameters of a training app", () => {
  it("are read as PyYAML does: an exponent without a point is text, 012 is ten, on is true", () => {
    const text = "lr0: 1e-4\nlrf: 1.0e-4\nsteps: 012\namp: on\nat: 12:30\nwhen: 2026-01-01\n";
    const read = { lr0: "1e-4", lrf: 0.0001, steps: 10, amp: true, at: 750, when: "2026-01-01" };
    expect(readHyperparameters(text)).toEqual(read);
  });

  it("keep their nesting, merged mappings and the last of a key given twice", () => {
    const text = "base: &b {lr: 0.1, mode: [1, null]}\nother:\n  <<: *b\n  lr: 0.2\nseed: 1\nseed: 2\n";
    const base = { lr: 0.1, mode: [1, null] };
    expect(readHyperparameters(text)).toEqual({ base, other: { ...base, lr: 0.2 }, seed: 2 });
  });

  it("must be a mapping that PyYAML can read", () => {
    expect(() => readHyperparameters("- 1\n")).toThrow("The hyperparameters are not a YAML mapping.");
    expect(() => readHyperparameters("")).toThrow("The hyperparameters are not a YAML mapping.");
    expect(() => readHyperparameters("a: 1\n\tb: 2\n")).toThrow("The hyperparameters are not YAML: PyYAML");
  });
});
