import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPythonLiteral } from "./python-literal.ts";
import { pythonRepr } from "./python-repr.ts";

describe("a JSON value as Python writes it", () => {
  it.each([
    [null, "None"],
    [true, "True"],
    [80, "80"],
    [1.5, "1.5"],
    [[], "[]"],
    [["a", 1, null], "['a', 1, None]"],
    [{ a: { b: [false] } }, "{'a': {'b': [False]}}"],
    ["it's", `"it's"`],
    [`it's "it"`, `'it\\'s "it"'`],
    ["a\\b\n\t\u0000", "'a\\\\b\\n\\t\\x00'"],
    ["✓ é\u00a0\u200b\u{e0001}", "'✓ é\\xa0\\u200b\\U000e0001'"],
  ])("%j", (value, text) => {
    expect(pythonRepr(value)).toBe(text);
  });

  it("can be read back by Python", () => {
    const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(json, (value) => {
        expect(isPythonLiteral(pythonRepr(value))).toBe(true);
      }),
    );
  });
});
