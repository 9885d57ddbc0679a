import { describe, expect, it } from "vitest";
import { makeTree } from "./architecture/make-tree.ts";
import { checkContents } from "./package/check-contents.ts";
import { checkImports } from "./package/check-imports.ts";
import { checkTypes } from "./package/check-types.ts";
import { findExports } from "./package/find-exports.ts";
import { readPackages } from "./package/package-entries.ts";

describe("reading an entry file", () => {
  it("tells values from types", () => {
    const source = [
      'export { a, type B, c as d } from "./a.ts";',
      'export type { E, F as G } from "./e.ts";',
      "export const h: number = 1;",
      "export async function i(): Promise<void> {}",
      "export class J {}",
      "export interface K {}",
      "export type L = string;",
    ].join("\n");
    expect(findExports(source)).toEqual({
      values: ["a", "d", "h", "i", "J"],
      types: ["B", "E", "G", "K", "L"],
    });
  });

  it("takes an empty one, and none that hides its names", () => {
    expect(findExports("export {};\n")).toEqual({ values: [], types: [] });
    expect(() => findExports('export * from "./a.ts";')).toThrow("lists its names");
  });
});

const manifest = {
  name: "@trainyard/made",
  type: "module",
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } } as object,
  bin: { made: "./dist/cli.js" },
};
const packed = {
  "package.json": JSON.stringify(manifest),
  "dist/index.js": "export const a = 1;\n",
  "dist/index.js.map": JSON.stringify({ sourcesContent: ["export const a = 1;"] }),
  "dist/index.d.ts": "export declare const a: number;\nexport interface B {}\n",
  "dist/cli.js": "#!/usr/bin/env node\n",
};

describe("what a package contains", () => {
  function problemsWith(changes: Readonly<Record<string, string>>): string {
    using tree = makeTree({ ...packed, ...changes });
    return checkContents(tree.root).join("\n");
  }
  const problemsOf = (changes: object): string =>
    problemsWith({ "package.json": JSON.stringify({ ...manifest, ...changes }) });

  it("is sound", () => {
    expect(problemsWith({})).toBe("");
  });

  it("may have a plain file among its exports", () => {
    const exports = { ...manifest.exports, "./made.json": "./made.json" };
    expect(
      problemsWith({ "made.json": "{}", "package.json": JSON.stringify({ ...manifest, exports }) }),
    ).toBe("");
    using root = makeTree({
      "packages/made/package.json": JSON.stringify({
        name: manifest.name,
        exports: { ".": { source: "./src/index.ts" }, "./made.json": "./made.json" },
      }),
      "packages/made/src/index.ts": "export const a = 1;",
    });
    expect(readPackages(root.root)).toEqual([
      {
        folder: "made",
        name: manifest.name,
        entries: [{ specifier: manifest.name, values: ["a"], types: [] }],
      },
    ]);
  });

  it.each([
    ["exports nothing", { exports: undefined }],
    ["with a source condition", { exports: { ".": { source: "./dist/index.js" } } }],
    ["which is not packed", { exports: { ".": { default: "./dist/gone.js" } } }],
    ["leads to ./gone.json", { exports: { "./gone.json": "./gone.json" } }],
    ["has a workspace: or catalog: version", { dependencies: { immer: "catalog:" } }],
    ["which is not a packed Node script", { bin: { made: "./dist/index.js" } }],
  ])("fails when its package.json %s", (problem, changes) => {
    expect(problemsOf(changes)).toContain(problem);
  });

  it.each([
    ["is a test", { "dist/index.test.js": "" }],
    [
      "1 source maps lead to sources",
      { "dist/index.js.map": JSON.stringify({ sources: ["../src/index.ts"] }) },
    ],
  ])("fails when it says %s", (problem, changes) => {
    expect(problemsWith(changes)).toContain(problem);
  });
});

describe("using a package", () => {
  const entry = { specifier: "@trainyard/made", values: ["a"], types: ["B"] };
  const consumer = Object.fromEntries(
    Object.entries(packed).map(([path, text]) => [`node_modules/@trainyard/made/${path}`, text]),
  );

  it("finds every name the source promises, as a value and as a type", () => {
    using tree = makeTree(consumer);
    expect(checkImports(tree.root, [entry])).toEqual([]);
    expect(checkTypes(process.cwd(), tree.root, [entry], "@trainyard/")).toEqual([]);
  });

  it("names a value that is missing", () => {
    using tree = makeTree(consumer);
    expect(checkImports(tree.root, [{ ...entry, values: ["a", "z"] }])).toEqual([
      '"@trainyard/made" does not export z',
    ]);
  });

  it("reports an entry that cannot be imported", () => {
    using tree = makeTree({ ...consumer, "node_modules/@trainyard/made/dist/index.js": 'import "nowhere";' });
    expect(checkImports(tree.root, [entry]).join()).toContain("fails in plain Node");
  });

  it("reports a type that is missing, and a declaration file that does not resolve", () => {
    using tree = makeTree({
      ...consumer,
      "node_modules/@trainyard/made/dist/index.d.ts":
        'import { C } from "nowhere";\nexport declare const a: C;\n',
    });
    const errors = checkTypes(process.cwd(), tree.root, [entry], "@trainyard/").join("\n");
    expect(errors).toContain("has no exported member 'B'");
    expect(errors).toContain("Cannot find module 'nowhere'");
  });
});
