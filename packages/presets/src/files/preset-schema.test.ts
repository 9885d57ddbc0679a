import { readFileSync } from "node:fs";
import { splitSchema, trainSpecSchema } from "@trainyard/core/spec";
import { toJsonSchema } from "@valibot/to-json-schema";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { presetEntrySchema, presetFileSchema } from "./preset-entry.ts";

type JsonSchema = ReturnType<typeof toJsonSchema>;
const schemaOf = (schema: typeof presetFileSchema | typeof trainSpecSchema | typeof presetEntrySchema) =>
  toJsonSchema(schema, { errorMode: "ignore" });

/** The settings as a file may write them: the model as text, a split without its defaults, `null` to remove. */
function specSchema(): JsonSchema {
  const spec = schemaOf(trainSpecSchema);
  const properties = Object.entries(spec.properties ?? {}).map(([key, property]) => {
    const text = { type: "string", examples: ["YOLO/YOLO26s-det"] } as const;
    const forms = key === "model" ? [text, property] : [key === "split" ? splitForm() : property];
    return [key, { anyOf: [...forms, { type: "null" }] }];
  });
  return { ...spec, properties: Object.fromEntries(properties) };
}

function splitForm(): JsonSchema {
  const split = toJsonSchema(splitSchema, { errorMode: "ignore" });
  const optional = new Set(["percent", "side", "untagged"]);
  const loosen = (form: JsonSchema): JsonSchema => ({
    ...form,
    required: (form.required ?? []).filter((key) => !optional.has(key)),
  });
  return { oneOf: (split.oneOf ?? split.anyOf ?? []).map((form) => loosen(form as JsonSchema)) };
}

it("the JSON Schema that editors complete and check preset files with is that of the code", async () => {
  const { $defs, ...spec } = specSchema();
  const entry = schemaOf(presetEntrySchema);
  const file = schemaOf(presetFileSchema);
  const presets = {
    type: "array",
    items: {
      ...entry,
      $schema: undefined,
      properties: { ...entry.properties, spec: { ...spec, $schema: undefined } },
    },
  };
  const whole = { ...file, title: "Trainyard presets", properties: { ...file.properties, presets }, $defs };
  await expect(`${JSON.stringify(whole, null, 2)}\n`).toMatchFileSnapshot("../../presets.schema.json");
});

describe("the schema agrees with the reader", () => {
  const text = readFileSync(new URL("../../presets.schema.json", import.meta.url), "utf8");
  const valid = new Ajv({ strict: false }).compile(JSON.parse(text));
  const file = (more: object, spec: object) => ({
    presets: [{ id: "acme/detect", version: "1.0.0", about: "Ours.", ...more, spec }],
  });

  it.each([
    [{}, {}],
    [{ extends: "yolo/fast@1.0.0", lock: ["split"], rules: { maxEpochs: 5 }, cost: "minutes" }, {}],
    [{}, { model: "YOLO/YOLO26s-det", split: { by: "tags", train: "a", val: "b" }, exports: ["onnx"] }],
    [{}, { tune: { optimizer: { lr: 0.1 }, freeze: null }, speedtest: null, split: { by: "random" } }],
  ])("on what is right: %j %j", (more, spec) => {
    expect(valid(file(more, spec))).toBe(true);
  });

  it.each([
    [{ version: "1" }, {}],
    [{ id: "one" }, {}],
    [{ rules: { maxEpoch: 5 } }, {}],
    [{ lock: "split" }, {}],
    [{}, { tuen: {} }],
    [{}, { split: { by: "random", percent: 100 } }],
    [{}, { exports: ["coreml"] }],
    [{}, { benchmark: "yes" }],
  ])("on what is wrong: %j %j", (more, spec) => {
    expect(valid(file(more, spec))).toBe(false);
  });
});
