import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTree } from "./architecture/make-tree.ts";
import { checkExamples } from "./doc-examples/check-examples.ts";
import { findExamples, findUnfenced } from "./doc-examples/find-examples.ts";

const fence = "```";

describe("finding examples", () => {
  it("takes each ts fence of a Markdown text, with the line it starts on", () => {
    const text = `# Title\n\n${fence}ts\nconst a = 1;\n${fence}\n\n${fence}sh\nls\n${fence}\n\n${fence}typescript\nconst b = 2;\n${fence}\n`;
    expect(findExamples("a.md", text)).toEqual([
      { file: "a.md", line: 4, indent: 0, code: "const a = 1;" },
      { file: "a.md", line: 12, indent: 0, code: "const b = 2;" },
    ]);
  });

  it("takes the text of a doc comment without its stars", () => {
    const text = `/**\n * Adds.\n *\n * @example\n * ${fence}ts\n * if (a) {\n *   b();\n *\n * }\n * ${fence}\n */\n`;
    expect(findExamples("a.ts", text)).toEqual([
      { file: "a.ts", line: 6, indent: 3, code: "if (a) {\n  b();\n\n}" },
    ]);
  });

  it("leaves out those marked no-check", () => {
    expect(findExamples("a.md", `${fence}ts no-check\nnonsense(\n${fence}\n`)).toEqual([]);
  });

  it("does not lose a fence that is never closed", () => {
    expect(() => findExamples("a.md", `${fence}ts\nconst a = 1;\n`)).toThrow("a.md:1 opens a fence");
  });

  it("finds an @example that has no fence", () => {
    const fenced = `/**\n * @example\n * ${fence}ts\n * a();\n * ${fence}\n */`;
    expect(findUnfenced(`${fenced}\n/**\n * @example a()\n */\n/** @example b() */\n`)).toEqual([8, 10]);
  });
});

describe("checking examples", () => {
  const tree = (files: Readonly<Record<string, string>>) => {
    const made = makeTree({
      "packages/core/package.json": JSON.stringify({
        name: "@trainyard/core",
        type: "module",
        exports: { ".": { source: "./src/index.ts" } },
      }),
      ...files,
    });
    cpSync("tsconfig.base.json", join(made.root, "tsconfig.base.json"));
    symlinkSync(join(process.cwd(), "node_modules"), join(made.root, "node_modules"));
    return made;
  };
  const add = (example: string): string =>
    `/**\n * Adds.\n *\n * @example\n * ${fence}ts\n * ${example}\n * ${fence}\n */\nexport const add = (a: number): number => a;\n`;
  const index = { "packages/core/src/index.ts": 'export { add } from "./add.ts";\n' };
  const check = (root: string) => checkExamples(root, join(process.cwd(), "node_modules/.bin/tsc"));

  it("passes one that uses the sources by package name, with top-level await", () => {
    using made = tree({
      ...index,
      "packages/core/src/add.ts": add(
        'import { add } from "@trainyard/core"; await Promise.resolve(add(1));',
      ),
    });
    expect(check(made.root)).toEqual({ examples: 1, documents: 2, problems: [] });
  });

  it("passes one that imports its own file by path", () => {
    using made = tree({ "packages/core/src/add.ts": add('import { add } from "./add.ts"; add(1);') });
    expect(check(made.root).problems).toEqual([]);
  });

  it("reports a wrong argument at its place in the source", () => {
    using made = tree({
      ...index,
      "packages/core/src/add.ts": add('import { add } from "@trainyard/core"; add("1");'),
    });
    expect(check(made.root).problems).toEqual([
      "packages/core/src/add.ts:6:47 TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
    ]);
  });

  it("implies nothing that an example does not import, and lets none see another's names", () => {
    using made = tree({
      "README.md": `${fence}ts\nconst count = 1;\n${fence}\n\n${fence}ts\ncount.toFixed();\n${fence}\n`,
    });
    expect(check(made.root).problems).toEqual(["README.md:6:1 TS2304: Cannot find name 'count'."]);
  });

  it("fails when the compiler cannot run", () => {
    using made = tree({ "README.md": `${fence}ts\nconst count = 1;\n${fence}\n` });
    expect(checkExamples(made.root, "no-such-compiler").problems.join()).toContain("tsc failed");
  });
});
