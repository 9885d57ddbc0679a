import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { idSchema } from "../spec/id-schema.ts";
import { parseInput } from "./parse-input.ts";

const refusal = (schema: v.GenericSchema, value: unknown): string => {
  try {
    parseInput(schema, value, "run");
    return "taken";
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
};

describe("a refusal of an argument", () => {
  it("says what is wanted, shows what was given, and how to write it", () => {
    const ask = v.object({ projectId: idSchema("a project"), classes: v.array(v.string()), on: v.boolean() });
    expect(refusal(ask, { projectId: "303", classes: "bird", on: "True" })).toBe(
      'run.projectId: expected a project id (a whole number), got "303"; run.classes: expected a list, got "bird"; ' +
        'run.on: expected true or false, got "True". Write projectId: 303, classes: ["bird"], on: true.',
    );
  });

  it("has no word of the validator, whatever the kind", () => {
    const json = v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]);
    expect(refusal(json, Number.NaN)).toContain(
      "run: expected a text, a number, true or false, null or a list, got NaN.",
    );
    for (const schema of [
      json,
      v.picklist(["a", "b"]),
      v.object({ x: v.literal(3) }),
      v.record(v.string(), v.number()),
    ])
      for (const value of [Number.NaN, () => 1, Symbol("x"), 7n, [], { x: 4 }, "c", undefined])
        expect(refusal(schema, value)).not.toMatch(/Invalid|received|undefined|Array|Object/);
  });

  it("shows no secret, and no more than the beginning of a long text", () => {
    expect(refusal(v.object({ token: v.number() }), { token: "s3cret-text" })).not.toContain("s3cret");
    expect(refusal(v.number(), "x".repeat(5000)).length).toBeLessThan(200);
  });
});
