import { describe, expect, it } from "vitest";
import { yamlSurprises } from "./yaml-surprises.ts";

const messages = (text: string, defaults?: string) =>
  yamlSurprises(text, defaults).map(({ path, message }) => `${path} ${message}`);

describe("yamlSurprises()", () => {
  it.each([
    ["1e-4", "is text, not a number", "Write 1.0e-4, or quote"],
    ["1E5", "is text, not a number", "Write 1.0e+5, or quote"],
    ["1.5e3", "is text, not a number", "Write 1.5e+3, or quote"],
    ["-.5", "is text, not a number", "Write -0.5, or quote"],
    ["08", "is text, not a number", "Write 8, or quote"],
    ["0o17", "is text, not a number", "Write 15, or quote"],
    ["012", "is octal: 10", "Write 12, or quote"],
    ["12:30", "is a number to the base of 60: 750", "Quote it"],
    ["on", "is true", "Write true or false, or quote"],
    ["No", "is false", "Write true or false, or quote"],
    ["None", 'is the text "None", not null', "Write null, or quote"],
    ["nan", "is text, not a number", "Write .nan, or quote"],
    ["-inf", "is text, not a number", "Write -.inf, or quote"],
    ["2026-01-01", "is a date", "Quote it"],
    ["y", "is text", "Write true or false"],
  ])("warns of %s", (text, message, hint) => {
    const [problem, ...more] = yamlSurprises(`a: 1\nb:\n  lr: ${text} # why\n`);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: "YAML_SURPRISE",
      severity: "warning",
      path: "hyperparameters.b.lr",
      value: text,
      message: `Line 3: to PyYAML ${text} ${message}.`,
      hint: expect.stringContaining(hint),
    });
  });

  it.each([
    "1.0e-4",
    "0.5",
    "10",
    "-3",
    "true",
    "False",
    "null",
    "~",
    "",
    ".inf",
    "0",
    "0x1F",
    "1_000",
    "AdamW",
  ])("takes %j as it looks", (text) => {
    expect(yamlSurprises(`a: ${text}\n`)).toEqual([]);
  });

  it("says nothing of quotes and tags, which say themselves what is meant", () => {
    expect(yamlSurprises("a: \"on\"\nb: '1e-4'\nc: !!str 012\n")).toEqual([]);
  });

  it("looks into lists and keys", () => {
    expect(messages("a: [1e-4, on]\non: 1\n")).toEqual([
      "hyperparameters.a.0 Line 1: to PyYAML 1e-4 is text, not a number.",
      "hyperparameters.a.1 Line 1: to PyYAML on is true.",
      "hyperparameters.true Line 2: to PyYAML on is true.",
    ]);
  });

  it("warns of keys given twice and of a colon without its space", () => {
    expect(messages("a: 1\na: 2\nb: {lr:0.1}\n")).toEqual([
      "hyperparameters.a Line 2: to PyYAML the last of several a holds.",
      "hyperparameters.b.lr:0.1 Line 3: to PyYAML lr:0.1 is a key without a value.",
    ]);
  });

  it("leaves out what stands just so in the app's own file", () => {
    expect(messages("freeze: None\nlr: 1e-4\n", "freeze: None\nlr: 6e-4\n")).toEqual([
      "hyperparameters.lr Line 2: to PyYAML 1e-4 is text, not a number.",
    ]);
  });

  it("has nothing to say of a text that is not YAML", () => {
    expect(yamlSurprises("a: [1")).toEqual([]);
  });
});
