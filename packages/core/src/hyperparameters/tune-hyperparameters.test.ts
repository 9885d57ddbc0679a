import { describe, expect, it } from "vitest";
import { tuneHyperparameters } from "./tune-hyperparameters.ts";

const file =
  "# how long\nepochs: 100 # passes\nfreeze: None\nlr0: 1.0e-2\noptimizer:\n  lr: 6e-4\n  name: auto\n";

describe("tuneHyperparameters()", () => {
  it("changes what was asked and leaves the order, the comments and every other value as they are", () => {
    expect(tuneHyperparameters(file, { epochs: 10 })).toBe(file.replace("epochs: 100", "epochs: 10"));
    expect(tuneHyperparameters(file, {})).toBe(file);
  });

  it("reaches nested keys by path or by object, adds new ones, and removes with null", () => {
    const expected = file.replace("  name: auto", "  name: SGD");
    expect(tuneHyperparameters(file, { "optimizer.name": "SGD" })).toBe(expected);
    expect(tuneHyperparameters(file, { optimizer: { name: "SGD" } })).toBe(expected);
    expect(tuneHyperparameters(file, { freeze: null, mine: true })).toBe(
      `${file.replace("freeze: None\n", "")}mine: true\n`,
    );
  });

  it("starts a mapping when the text holds nothing", () => {
    expect(tuneHyperparameters("", { epochs: 5 })).toBe("epochs: 5\n");
  });

  it("has nothing to do when a key to remove is not there", () => {
    expect(tuneHyperparameters(file, { "warmup.epochs": null, "epochs.x": null, mine: null })).toBe(file);
  });

  it("refuses a path through a value or a list, and a text that is no mapping, in a user's words", () => {
    const refusal = (text: string) =>
      expect.objectContaining({ code: "INPUT_INVALID", message: expect.stringContaining(text) });
    expect(() => tuneHyperparameters(file, { "epochs.max": 5 })).toThrow(
      refusal('"epochs.max" cannot be set, since "epochs" is no mapping'),
    );
    expect(() => tuneHyperparameters("freeze: [1, 2]\n", { "freeze.first": 5 })).toThrow(
      refusal('"freeze.first" cannot be set, since "freeze" is a list of 2 values'),
    );
    expect(tuneHyperparameters("freeze: [1, 2]\n", { "freeze.0": 5 })).toBe("freeze: [5, 2]\n");
    expect(() => tuneHyperparameters("- epochs\n", { epochs: 5 })).toThrow(refusal("not a YAML mapping"));
    expect(() => tuneHyperparameters("a: [1", { epochs: 5 })).toThrow(refusal("not a YAML mapping"));
  });

  it("writes scalars so that PyYAML reads them as meant", () => {
    const text = tuneHyperparameters("{}", {
      a: 1e-7,
      b: "on",
      c: "012",
      d: "1e-4",
      e: 0.5,
      f: "12:30",
      g: 1e21,
      h: -2e-9,
    });
    const lines = tuneHyperparameters("x: 1\n", {
      a: 1e-7,
      b: "on",
      c: "012",
      d: "1e-4",
      e: 0.5,
      f: "12:30",
      g: 1e21,
      h: -2e-9,
    });
    expect(lines).toBe(
      'x: 1\na: 1.0e-7\nb: "on"\nc: "012"\nd: "1e-4"\ne: 0.5\nf: "12:30"\ng: 1.0e+21\nh: -2.0e-9\n',
    );
    expect(text).toContain("1.0e-7");
  });
});
