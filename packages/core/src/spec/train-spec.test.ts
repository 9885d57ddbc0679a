import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { trainSpecSchema } from "./train-spec.ts";

const wrong = (spec: unknown) => {
  const result = v.safeParse(trainSpecSchema, spec);
  return result.success
    ? "accepted"
    : result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join("; ");
};

describe("the schema of a spec", () => {
  it("takes no list for values by name", () => {
    expect(wrong({ task: { kubernetes: [1] } })).toMatch(/kubernetes.*not a list/);
    expect(wrong({ tune: [1] })).toMatch(/tune.*not a list/);
    expect(wrong({ task: { kubernetes: { limitGpus: 1 } }, tune: { a: [1, { b: null }] } })).toBe("accepted");
  });

  it("names what it does not know", () => {
    expect(wrong({ projct: 1 })).toContain("projct");
    expect(wrong({ agent: 0 })).toBe("agent: expected an agent id (a whole number) or name");
    expect(wrong({ exports: ["coreml"] })).toContain('"onnx" or "tensorrt"');
  });

  it("gives fresh objects, so nothing of the caller's is frozen with a spec", () => {
    const mine = { tune: { deep: { list: [1] } } };
    const parsed = v.parse(trainSpecSchema, mine);
    expect(parsed).toEqual(mine);
    expect(parsed.tune).not.toBe(mine.tune);
    expect(parsed.tune?.deep).not.toBe(mine.tune.deep);
  });
});
