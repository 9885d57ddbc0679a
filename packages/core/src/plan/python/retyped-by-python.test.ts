import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { PythonReading } from "./retyped-by-python.ts";
import { retypedByPython } from "./retyped-by-python.ts";

const row = v.union([
  v.tuple([v.string(), v.picklist(["text", "list", "crash"])]),
  v.tuple([v.string(), v.literal("number"), v.string()]),
  v.tuple([v.string(), v.literal("truth"), v.boolean()]),
]);
const file = new URL("../fixtures/python-readings.json", import.meta.url);
const rows = v.parse(v.array(row), JSON.parse(readFileSync(file, "utf8")));

function recorded(item: v.InferOutput<typeof row>): PythonReading {
  if (item[1] === "number") return { as: "number", digits: item[2] };
  if (item[1] === "truth") return { as: "truth", value: item[2] };
  return { as: item[1] };
}

describe("what a training app's Python code makes of a text", () => {
  it.each(["text", "number", "truth", "list", "crash"])(
    "is what the platform's SDK made of it: %s",
    (kind) => {
      const asked = rows.filter((item) => item[1] === kind);
      expect(asked.length).toBeGreaterThan(3);
      expect(asked.map(([text]) => [text, retypedByPython(text)])).toEqual(
        asked.map((item) => [item[0], recorded(item)]),
      );
    },
  );

  it.each<[string, PythonReading]>([
    ["12345", { as: "number", digits: "12345" }],
    ["007", { as: "crash" }],
    ["true", { as: "truth", value: true }],
    ["False", { as: "truth", value: false }],
    ["TRUE", { as: "text" }],
    ["80.0", { as: "text" }],
    ["-5", { as: "text" }],
    ["", { as: "text" }],
    ["²", { as: "crash" }],
    ["[v2] x", { as: "crash" }],
    ["['a', 'b']", { as: "list" }],
    ["[null]", { as: "crash" }],
  ])("%j", (text, reading) => {
    expect(retypedByPython(text)).toEqual(reading);
  });

  it("ends where Python's own limits end", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(retypedByPython("1".repeat(4300)).as).toBe("number");
    expect(retypedByPython("1".repeat(4301)).as).toBe("crash");
    expect(retypedByPython("0".repeat(4301))).toEqual({ as: "number", digits: "0" });
    expect(retypedByPython(nested(200)).as).toBe("list");
    expect(retypedByPython(nested(201)).as).toBe("crash");
  });
});
