import { describe, expect, it } from "vitest";
import { blankText } from "./blank-text.ts";
import { findImports } from "./find-imports.ts";
import { countAnys, countCasts } from "./measurements.ts";

const specifiers = (source: string): readonly string[] =>
  findImports(blankText(source)).map(({ specifier }) => specifier);

describe("finding imports", () => {
  it.each([
    ['import "./effects.ts";'],
    ['import a from "./effects.ts";'],
    ['import a, { type B } from "./effects.ts";'],
    ['import * as a from "./effects.ts";'],
    ['import type { A } from "./effects.ts";'],
    ['import {\n  a,\n  b as c,\n} from "./effects.ts";'],
    ['export * from "./effects.ts";'],
    ['export * as a from "./effects.ts";'],
    ['export type { A } from "./effects.ts";'],
    ["export { a } from './effects.ts';"],
    ['const a = await import("./effects.ts");'],
    ['let a: import("./effects.ts").A;'],
  ])("finds it in %j", (source) => {
    expect(specifiers(`const before = "x";\n${source}\nconst after = "y";\n`)).toEqual(["./effects.ts"]);
  });

  it.each([
    ['// import "./a.ts"'],
    ['/* import "./a.ts" */'],
    ["const s = 'import \"./a.ts\"';"],
    [`const s = \`\${"}"} import "./a.ts"\`;`],
    ["const r = /[\"'`/]import/; const s = 'import \"./a.ts\"';"],
  ])("finds none in %j", (source) => {
    expect(specifiers(source)).toEqual([]);
  });

  it("keeps its bearings after a division, a regular expression and a nested template", () => {
    const source = `const a = b / c; const d = e ? /"/ : \`\${\`"\${f}\`}\`;\nimport "./a.ts";\n`;
    expect(findImports(blankText(source))).toEqual([{ specifier: "./a.ts", line: 2 }]);
  });
});

describe("counting loose types", () => {
  const bare = (source: string): string => blankText(source).bare;

  it("counts casts, not `as const`, renames or words", () => {
    expect(countCasts(bare("const a = b as C; const d = (e()) as unknown as F;"))).toBe(3);
    expect(countCasts(bare('import { a as b } from "c"; import * as d from "e"; export { f as g };'))).toBe(
      0,
    );
    expect(countCasts(bare('const a = [1] as const; const b = "x as Y"; // c as D'))).toBe(0);
  });

  it("counts the type any, not the word or a property", () => {
    expect(countAnys(bare("let a: any; let b: Array<any>; let c: any[];"))).toBe(3);
    expect(countAnys(bare('v.any(); Promise.any([]); const many = "any"; const o = { any: 1 };'))).toBe(0);
  });
});
