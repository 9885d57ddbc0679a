import { describe, expect, it } from "vitest";
import { isTrainyardError } from "../../errors/trainyard-error.ts";
import { parseAsPyYaml } from "./parse-as-pyyaml.ts";

const refusal = (text: string) => {
  try {
    parseAsPyYaml(text);
  } catch (error) {
    if (isTrainyardError(error, "INPUT_INVALID")) return error;
    throw error;
  }
  throw new Error("was read");
};
const str = (value: string) => ({ kind: "str", value });

describe("parseAsPyYaml()", () => {
  it("keeps ints of any size exact, and marks floats, dates and bytes", () => {
    expect(
      parseAsPyYaml("[12345678901234567890, 1.0, 2026-01-01, 2026-01-01 1:02:03Z, !!binary aGk=]"),
    ).toEqual({
      kind: "list",
      items: [
        { kind: "int", value: 12345678901234567890n },
        { kind: "float", value: 1 },
        { kind: "date", value: "2026-01-01" },
        { kind: "datetime", value: "2026-01-01T01:02:03+00:00" },
        { kind: "bytes", value: "aGk=" },
      ],
    });
  });

  it("gives the last of equal keys, and takes 1, 1.0 and true for one key", () => {
    expect(parseAsPyYaml("a: 1\nb: 2\na: 3\n")).toEqual({
      kind: "map",
      entries: [
        [str("a"), { kind: "int", value: 3n }],
        [str("b"), { kind: "int", value: 2n }],
      ],
    });
    expect(parseAsPyYaml("1: a\n1.0: b\ntrue: c\n")).toEqual({
      kind: "map",
      entries: [[{ kind: "int", value: 1n }, str("c")]],
    });
  });

  it("merges mappings: own keys win, of a list the earlier", () => {
    expect(parseAsPyYaml("- &a {long: 1, x1: 1}\n- &b {long: 2}\n- {<<: [*a, *b], x1: 3}\n")).toMatchObject({
      items: [
        {},
        {},
        {
          entries: [
            [str("long"), { kind: "int", value: 1n }],
            [str("x1"), { kind: "int", value: 3n }],
          ],
        },
      ],
    });
  });

  it.each([
    ["a: 1\nb: [1, 2\nc: 3\n", "a list in [ ] needs a comma", { reason: "syntax", line: 3, column: 2 }],
    ["a: 1\n\tb: 2\n", "a tab stands", { reason: "syntax", line: 2, column: 1 }],
    ["a: 1\nb 2\n", "a key lacks its colon", { reason: "syntax", line: 2, column: 1 }],
    ["lr: 2026-13-01\n", "looks like a timestamp", { reason: "value", line: 1, column: 5 }],
    ["a: !!python/object:x {}\n", "the tag !!python/object:x", { reason: "value", line: 1, column: 4 }],
    ["a: =\n", "= alone is no value", { reason: "value", line: 1, column: 4 }],
    ["a: 1\n---\nb: 2\n", "a second document", { reason: "syntax", line: 2, column: 1 }],
    ["a: \x07\n", "the character U+0007", { reason: "syntax", line: 1, column: 4 }],
  ])("names the line and the column of %j", (text, message, facts) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.facts).toMatchObject(facts);
  });

  it("is bounded: alias bombs, depth, size, an alias within what it names", () => {
    const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`).join("")}`;
    const deep = `a0: &a0 [x]\n${Array.from({ length: 200 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join("")}`;
    const chain = `m0: &m0 {k: 1}\n${Array.from({ length: 2000 }, (_, i) => `m${i + 1}: &m${i + 1} {<<: *m${i}, k${i}: 1}\n`).join("")}`;
    const texts = [
      bomb,
      chain,
      deep,
      "[".repeat(200),
      "x".repeat(256_001),
      "a: &a [*a]",
      `a: ${"{a: ".repeat(5000)}`,
    ];
    expect(texts.map((text) => refusal(text).facts.reason)).toEqual(texts.map(() => "limit"));
    const doubled = `m0: &m0 {k: 1}\n${Array.from({ length: 30 }, (_, i) => `m${i + 1}: &m${i + 1}\n  <<: [*m${i}, *m${i}]\n`).join("")}`;
    expect(parseAsPyYaml(doubled).kind).toBe("map");
  });
});
