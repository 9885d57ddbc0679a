import type { FrameworkFacts } from "@trainyard/core/spec";
import { describe, expect, it } from "vitest";
import { frameworks } from "./frameworks.ts";

const objectType = "{ readonly [key: string]: unknown }";
const valueTypes: Readonly<Record<string, string>> = {
  int: "number",
  float: "number",
  bool: "boolean",
  str: "string",
  null: "null",
  list: "readonly unknown[]",
  map: objectType,
};

/** The interface of what a framework's authors take beyond its app's file, as source. */
function interfaceOf({ name, hyperparameters, authors }: FrameworkFacts, type: string): string {
  const taken = (authors?.arguments ?? []).map(({ path, kinds }) => [path, valueType(kinds)] as const);
  const dropped = (authors?.dropped ?? []).map((path) => [path, "unknown", "Taken and dropped."] as const);
  const overwritten = (authors?.overwritten ?? []).map(
    (path) => [path, "unknown", "The app sets it."] as const,
  );
  // A dotted path may be written as an object, too.
  const objects = taken.flatMap(([path]) =>
    path.includes(".") ? [[path.split(".", 1)[0] ?? "", objectType] as const] : [],
  );
  const inFile = new Set(hyperparameters.flatMap(({ path }) => [path, path.split(".", 1)[0] ?? path]));
  const members = new Map(
    [...objects, ...taken, ...dropped, ...overwritten]
      .filter(([path]) => !inFile.has(path))
      .map(([path, value, reason]) => [path, member(path, value, reason)]),
  );
  const lines = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  const head = `// Generated from authors.ts by \`npx vitest run packages/presets/src/authors-hyperparameters --update\`: edits are lost.

/** What ${authors?.of ?? name} takes beyond the app's file: \`.tune()\` offers it too. */
export`;
  return lines.length === 0
    ? `${head} type ${type}AuthorsHyperparameters = Readonly<Record<never, never>>;\n`
    : `${head} interface ${type}AuthorsHyperparameters {\n${lines.join("\n")}\n}\n`;
}

function member(path: string, value: string, reason?: string): string {
  const doc = reason === undefined ? "" : `  /** @deprecated ${reason} */\n`;
  return `${doc}  readonly ${key(path)}?: ${value};`;
}

const key = (path: string) => (/^[A-Za-z_$][\w$]*$/.test(path) ? path : JSON.stringify(path));

function valueType(kinds: readonly string[]): string {
  if (kinds.length === 0) return "unknown";
  return [...new Set(kinds.map((kind) => valueTypes[kind] ?? "unknown"))].join(" | ");
}

const types: Readonly<Record<string, readonly [folder: string, type: string]>> = {
  YOLO: ["yolo", "Yolo"],
  "RT-DETRv2": ["rt-detrv2", "RtDetrv2"],
  DEIM: ["deim", "Deim"],
  SparseInst: ["sparseinst", "SparseInst"],
  MaskDINO: ["maskdino", "MaskDino"],
  MVD: ["mvd", "Mvd"],
};

describe("what the compiler knows of the authors' own hyperparameters", () => {
  it.each(frameworks)("is what authors.ts of $name says", async (framework) => {
    const [folder, type] = types[framework.name] ?? ["", ""];
    expect(type, "a row for the framework in this test").not.toBe("");
    await expect(interfaceOf(framework, type)).toMatchFileSnapshot(`./${folder}/authors-hyperparameters.ts`);
  });
});
