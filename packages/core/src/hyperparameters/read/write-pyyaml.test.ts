import { describe, expect, it } from "vitest";
import { writePyYaml } from "./write-pyyaml.ts";

const written = (value: unknown) => writePyYaml({ a: value }).slice(3, -1);

describe("writePyYaml()", () => {
  it.each([
    [1e-7, "1.0e-7"],
    [1.5e-7, "1.5e-7"],
    [1e21, "1.0e+21"],
    [0.1, "0.1"],
    [5, "5"],
    [-0, "-0.0"],
    [Number.NaN, ".nan"],
    [Number.NEGATIVE_INFINITY, "-.inf"],
    [true, "true"],
    [null, "null"],
    ["AdamW", "AdamW"],
    ["None", "None"],
    ["on", '"on"'],
    ["y", '"y"'],
    ["null", '"null"'],
    ["~", '"~"'],
    ["", '""'],
    ["010", '"010"'],
    ["0o10", '"0o10"'],
    ["1_000", '"1_000"'],
    ["1e-4", '"1e-4"'],
    ["12:30", '"12:30"'],
    ["2026-01-01", '"2026-01-01"'],
    ["=", '"="'],
    ["<<", '"<<"'],
    [" lead", '" lead"'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ["two\nlines", '"two\\nlines"'],
    ["\x07\x85\u2028\x7f", '"\\u0007\\u0085\\u2028\\u007f"'],
    ["é😀", '"é😀"'],
    [[640, 640], "[640, 640]"],
    [{}, "{}"],
    [[], "[]"],
  ])("writes %j as %s", (value, text) => {
    expect(written(value)).toBe(text);
  });

  it("writes bigints of any size, past Python's limit on decimal digits too", () => {
    expect(written(2n ** 70n)).toBe("1180591620717411303424");
    expect(written(-(16n ** 5000n))).toBe(`-0x1${"0".repeat(5000)}`);
  });

  it("writes nested mappings in block style, and lists of scalars on one line", () => {
    const value = {
      epochs: 10,
      optimizer: { type: "SGD", betas: [0.9, 0.999] },
      steps: [{ at: 1, lr: 0.1 }, 2],
    };
    expect(writePyYaml(value)).toBe(
      "epochs: 10\noptimizer:\n  type: SGD\n  betas: [0.9, 0.999]\nsteps:\n  - at: 1\n    lr: 0.1\n  - 2\n",
    );
    expect([writePyYaml({}), writePyYaml([1]), writePyYaml("x")]).toEqual(["{}\n", "[1]\n", "x\n"]);
  });

  it("announces a key that PyYAML could not find by its colon", () => {
    const key = "k".repeat(1100);
    expect(writePyYaml({ [key]: { a: 1 } })).toBe(`? ${key}\n: {a: 1}\n`);
  });

  it("refuses what has no YAML form, with its path", () => {
    const loop: unknown[] = [];
    loop.push(loop);
    const message = (value: unknown, text: string) => expect(() => writePyYaml({ a: [value] })).toThrow(text);
    message(undefined, "value.a.0: undefined cannot be written.");
    message(() => 1, "value.a.0: a function cannot be written.");
    message(new Date(), "value.a.0: only plain objects can be written.");
    message(new Map(), "value.a.0: only plain objects can be written.");
    expect(() => writePyYaml({ loop })).toThrow("value.loop.0: it holds itself.");
  });
});
