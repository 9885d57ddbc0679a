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

describe("tuneHyperparameters() in place", () => {
  it("puts a value where a mapping, a list or a block of text was, and keeps the comment beside the key", () => {
    const text =
      "opt: &o # which\n  # inner\n  lr: 1\n  name: x # d\nlist:\n- 1\n- 2 # e\ntext: | # why\n  one\n\n  two\nend: 1\n";
    expect(tuneHyperparameters(text, { opt: "SGD", list: 3, text: "t" })).toBe(
      "opt: SGD # which\n  # inner\nlist: 3\ntext: t # why\nend: 1\n",
    );
    expect(tuneHyperparameters("a: 5 # c\nb:\n", { a: { x: [1, 2] }, "b.c": 1 })).toBe(
      "a: {x: [1, 2]} # c\nb: {c: 1}\n",
    );
  });

  it("changes, adds and removes in flow style and in lists", () => {
    const text = "m: { a: 1,  b: [1, 2,] , }\nl:\n  - x # one\n  -   y: 1\n      z: 2\ns: [a: 1]\n";
    expect(tuneHyperparameters(text, { "m.b.0": 9, "m.c": true, "l.0": null })).toBe(
      "m: { a: 1,  b: [9, 2,], c: true , }\nl:\n  -   y: 1\n      z: 2\ns: [a: 1]\n",
    );
    expect(
      tuneHyperparameters(text, { "m.a": null, "m.b": null, "l.2": "w", "l.1.y": null, "s.0.b": 2 }),
    ).toBe("m: {}\nl:\n  - x # one\n  -\n      z: 2\n  - w\ns: [{a: 1, b: 2}]\n");
  });

  it("takes the end-of-line comment along with a removed key; comments above stay", () => {
    const text = "# about a\na: 1 # own\n\n# about b\nb:\n  c: 1 # inner\n  d: 2\n# end\n";
    expect(tuneHyperparameters(text, { a: null, "b.d": null })).toBe(
      "# about a\n\n# about b\nb:\n  c: 1 # inner\n# end\n",
    );
    expect(tuneHyperparameters("a: 1 # own\n", { a: null })).toBe("{} # own\n");
  });

  it("finds a key that holds a dot, and one that PyYAML reads as no text", () => {
    expect(tuneHyperparameters("optimizer.lr: 1\noptimizer:\n  lr: 2\n", { "optimizer.lr": 3 })).toBe(
      "optimizer.lr: 3\noptimizer:\n  lr: 2\n",
    );
    expect(tuneHyperparameters("a:\n  b.c:\n    d: 1\n", { "a.b.c.d": 2 })).toBe("a:\n  b.c:\n    d: 2\n");
    expect(tuneHyperparameters("on: 1\n7: x\n", { on: 2, 7: "y" })).toBe('on: 2\n7: "y"\n');
    expect(tuneHyperparameters("1: x\n", { on: 2 })).toBe('1: x\n"on": 2\n');
  });

  it("edits the last of equal keys, which is the one PyYAML takes, and removes all of them", () => {
    expect(tuneHyperparameters("a: 1\nb: 2\na: 3\n", { a: 4 })).toBe("a: 1\nb: 2\na: 4\n");
    expect(tuneHyperparameters("a: 1\nb: 2\na: 3\n", { a: null })).toBe("b: 2\n");
  });

  it("keeps the line endings, also where the text does not end with one", () => {
    expect(tuneHyperparameters("a: 1\r\nb:\r\n  c: 2", { a: 3, "b.d": 4 })).toBe(
      "a: 3\r\nb:\r\n  c: 2\r\n  d: 4",
    );
    expect(tuneHyperparameters("a: |\n  text", { b: 1 })).toBe("a: text\nb: 1");
  });

  it("starts a mapping below the comments of a text that holds nothing else", () => {
    expect(tuneHyperparameters("# mine\n", { a: { b: 1 } })).toBe("# mine\na:\n  b: 1\n");
  });
});

describe("tuneHyperparameters() among anchors", () => {
  const text =
    "base: &b # shared\n  lr: 1\n  steps: &s [1, 2]\nhead:\n  <<: *b\n  x: 1\nother: *b\nmore: *s\n";

  it("changes an anchored value for its own place only", () => {
    expect(tuneHyperparameters(text, { "base.lr": 5 })).toBe(
      "base: &b # shared\n  lr: 5\n  steps: &s [1, 2]\nhead:\n  <<: {lr: 1, steps: [1, 2]}\n  x: 1\nother: {lr: 1, steps: [1, 2]}\nmore: *s\n",
    );
    expect(tuneHyperparameters(text, { base: null })).toBe(
      "head:\n  <<: {lr: 1, steps: [1, 2]}\n  x: 1\nother: {lr: 1, steps: [1, 2]}\nmore: [1, 2]\n",
    );
  });

  it("gives what came through an alias or a merge a copy of its own, and leaves its source alone", () => {
    expect(tuneHyperparameters(text, { "other.lr": 5, "head.lr": 6, "more.0": 7 })).toBe(
      text
        .replace("other: *b", "other: {lr: 5, steps: [1, 2]}")
        .replace("  x: 1\n", "  x: 1\n  lr: 6\n")
        .replace("more: *s", "more: [7, 2]"),
    );
  });

  it("removes a key that a merge brings in", () => {
    expect(tuneHyperparameters(text, { "head.lr": null })).toBe(
      text.replace("<<: *b", "<<: {steps: [1, 2]}"),
    );
  });
});

describe("tuneHyperparameters() beyond an edit in place", () => {
  it("writes the settings anew where a removal would change another value: values go before comments", () => {
    const text = "a: |\n  one\nb: 1\n  # would become text\nc: 2 # note\n";
    expect(tuneHyperparameters(text, { b: null })).toBe('a: "one\\n"\nc: 2\n');
  });

  it("refuses several documents, undefined and paths past the end of a list", () => {
    expect(() => tuneHyperparameters("a: 1\n---\nb: 2\n", { a: 2 })).toThrow("line 2: a second document");
    expect(() => tuneHyperparameters("a: [1]\n", { "a.2": 2 })).toThrow(
      '"a" is a list of 1 values, which has no 2',
    );
    const values: { readonly [key: string]: number } = JSON.parse('{"__proto__": 1}');
    expect(tuneHyperparameters("a: 1\n", values)).toBe("a: 1\n__proto__: 1\n");
  });
});
