import type { PyValue } from "@trainyard/pyyaml";
import { editPyYaml, parsePyYaml } from "@trainyard/pyyaml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nestedDocument } from "./arbitrary-documents.ts";
import { jsonScalar, tuneValues } from "./arbitrary-values.ts";
import { encodePyValue } from "./encode-py-value.ts";
import { mergeReference } from "./merge-reference.ts";

function read(text: string): PyValue | undefined {
  try {
    return parsePyYaml(text);
  } catch {
    return undefined;
  }
}

const block = (key: string) =>
  fc.constantFrom(
    `${key}: 1   # note\n`,
    `${key}:   "x"\n`,
    `# about ${key}\n${key}: 'it''s'  #  odd\n`,
    `${key}:\n    deep: 0.1 # d\n    more:   [1,2 ,3]\n`,
    `${key}:\n- 1\n# between\n-   b: 2\n    c: 3\n`,
    `${key}: |\n  one\n\n  two\n`,
    `${key}: >-\n  folded\n  text\n\n`,
    `${key}: {a: 1,   b : 2}\n`,
    `${key}: [1,\n   2] # c\n`,
    `${key}: "two\n  lines"\n`,
    `${key}:\n`,
    `? ${key}\n: 5\n`,
    `\n\n${key}: 012\n`,
  );
const keys = ["alpha", "beta", "gamma", "delta"];
const blocks = fc.tuple(...keys.map(block));
/** A value of its own, no removal. */
const setValue = fc.oneof(
  jsonScalar.filter((value) => value !== null),
  fc.constantFrom([1, 2], [], ["a", { b: 1 }]),
);

describe("the law of tuning", () => {
  it("reads as the merge of what the text held and what was asked", () => {
    fc.assert(
      fc.property(nestedDocument, tuneValues, (text, values) => {
        const before = read(text);
        fc.pre(before?.kind === "map");
        const after = parsePyYaml(editPyYaml(text, values));
        expect(encodePyValue(after)).toEqual(encodePyValue(mergeReference(before, values)));
      }),
      { numRuns: 700 },
    );
  });

  it("leaves every line outside of what was set byte for byte", () => {
    fc.assert(
      fc.property(blocks, fc.nat(3), setValue, fc.constantFrom("\n", "\r\n"), (parts, at, value, ending) => {
        const texts = parts.map((part) => part.replaceAll("\n", ending));
        const tuned = editPyYaml(texts.join(""), { [keys[at] ?? ""]: value });
        expect(tuned.startsWith(texts.slice(0, at).join(""))).toBe(true);
        expect(tuned.endsWith(texts.slice(at + 1).join(""))).toBe(true);
        expect(tuned.replaceAll(ending, "")).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves every line outside of what was removed byte for byte, and comments above it", () => {
    fc.assert(
      fc.property(blocks, fc.nat(3), (parts, at) => {
        const tuned = editPyYaml(parts.join(""), { [keys[at] ?? ""]: null });
        expect(tuned.startsWith(parts.slice(0, at).join(""))).toBe(true);
        expect(tuned.endsWith(parts.slice(at + 1).join(""))).toBe(true);
        if (parts[at]?.startsWith("#")) expect(tuned).toContain(`# about ${keys[at]}\n`);
      }),
      { numRuns: 300 },
    );
  });

  it("adds a key after every line there is, and changes within a mapping only there", () => {
    fc.assert(
      fc.property(blocks, setValue, (parts, value) => {
        const text = parts.join("");
        expect(editPyYaml(text, { omega: value }).startsWith(text.trimEnd())).toBe(true);
        const nested = `${text}tail:\n${parts.map((part) => part.replaceAll(/^(?=.)/gm, "   ")).join("")}`;
        const tuned = editPyYaml(nested, { tail: { delta: value } });
        const fixed = nested.length - (parts[3] ?? "").replaceAll(/^(?=.)/gm, "   ").length;
        expect(tuned.slice(0, fixed)).toBe(nested.slice(0, fixed));
      }),
      { numRuns: 300 },
    );
  });
});
