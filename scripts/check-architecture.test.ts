import { describe, expect, it } from "vitest";
import { checkArchitecture } from "./architecture/check-all.ts";
import { makeTree } from "./architecture/make-tree.ts";
import { architectureLaw } from "./architecture-law.ts";

const entry = { ".": { source: "./src/index.ts" } };
const sound = {
  "package.json": JSON.stringify({ devDependencies: { vitest: "4" } }),
  "packages/core/package.json": JSON.stringify({
    name: "@trainyard/core",
    exports: { ...entry, "./node": { source: "./src/node/index.ts" } },
    dependencies: { immer: "11" },
    devDependencies: { "expect-type": "1" },
  }),
  "packages/core/src/index.ts": 'export { plan } from "./plan/plan.ts";\n',
  "packages/core/src/spec/spec.ts":
    'import { produce } from "immer";\nexport const spec: string = String(produce);\n',
  "packages/core/src/plan/plan.ts":
    'import { spec } from "../spec/spec.ts";\nexport const plan: string = spec;\n',
  "packages/core/src/node/index.ts":
    'import { env } from "node:process";\nexport const home: string = String(env);\n',
  "packages/core/src/plan/plan.test.ts":
    'import { it } from "vitest";\nimport "node:fs";\nit("plans", () => {});\n',
  "packages/builder/package.json": JSON.stringify({
    name: "@trainyard/builder",
    exports: entry,
    dependencies: { "@trainyard/core": "workspace:^", "@trainyard/local": "workspace:^" },
  }),
  "packages/builder/src/index.ts": 'export { plan } from "@trainyard/core";\n',
  "packages/local/package.json": JSON.stringify({ name: "@trainyard/local", exports: entry }),
  "packages/local/src/index.ts": "export const local: number = 1;\n",
};

/** The violations of the sound tree after adding or replacing files. */
function violationsWith(changes: Readonly<Record<string, string>>): string {
  using tree = makeTree({ ...sound, ...changes });
  return checkArchitecture(tree.root, architectureLaw).violations.join("\n");
}

const coreFile = (path: string, text: string): string =>
  violationsWith({ [`packages/core/src/${path}`]: text });

describe("a sound tree", () => {
  it("has no violations", () => {
    expect(violationsWith({})).toBe("");
  });

  it("may mention imports and frameworks in comments, strings and examples", () => {
    const text = [
      '/** import { train } from "@trainyard/builder" starts "YOLO/YOLO26s-det" */',
      'export const text: string = `import { a } from "nowhere"`;',
      'export const hint: string = "a model, for example YOLO/YOLO26s-det";',
    ].join("\n");
    expect(coreFile("spec/text.ts", text)).toBe("");
  });
});

describe("imports between packages", () => {
  it("follow the law even when package.json declares more", () => {
    const files = { "packages/builder/src/chain.ts": 'import type { local } from "@trainyard/local";\n' };
    expect(violationsWith(files)).toBe(
      'packages/builder/src/chain.ts:1 imports "@trainyard/local", which the law does not allow packages/builder',
    );
  });

  it("go by name, never by path", () => {
    const files = {
      "packages/builder/src/chain.ts": 'export { spec } from "../../core/src/spec/spec.ts";\n',
    };
    expect(violationsWith(files)).toContain('reaches "packages/core/src/spec/spec.ts" by path');
  });

  it("are never absolute", () => {
    expect(coreFile("spec/read.ts", 'import "/somewhere/core/src/spec/spec.ts";\n')).toContain(
      'reaches "/somewhere/core/src/spec/spec.ts" by path',
    );
  });

  it("go by name in tests as well", () => {
    const files = { "packages/builder/src/chain.test.ts": 'import "../../core/src/spec/spec.ts";\n' };
    expect(violationsWith(files)).toContain('reaches "packages/core/src/spec/spec.ts" by path');
  });

  it("use only what the other package exports", () => {
    const files = { "packages/builder/src/chain.ts": 'import "@trainyard/core/src/spec/spec.ts";\n' };
    expect(violationsWith(files)).toContain("which is not in that package's exports");
  });

  it("need a declared dependency", () => {
    expect(coreFile("spec/read.ts", 'const read = await import("left-pad");\n')).toContain(
      'spec/read.ts:1 imports "left-pad", which packages/core/package.json does not declare',
    );
  });

  it("do not take a development dependency into sources", () => {
    expect(coreFile("spec/read.ts", 'import { expectTypeOf } from "expect-type";\n')).toContain(
      'imports "expect-type"',
    );
    expect(coreFile("spec/read.test.ts", 'import { expectTypeOf } from "expect-type";\n')).toBe("");
  });

  it("take node: modules only where Node is promised", () => {
    expect(coreFile("spec/read.ts", 'import { readFileSync } from "node:fs";\n')).toContain(
      "runs without Node",
    );
    expect(coreFile("node/read.ts", 'import { readFileSync } from "fs";\n')).toContain(
      "without the node: prefix",
    );
  });
});

describe("folders", () => {
  it("import only downward, type-only imports included", () => {
    const text = 'import type { plan } from "../plan/plan.ts";\nexport type Upward = typeof plan;\n';
    expect(coreFile("spec/upward.ts", text)).toBe(
      "packages/core/src/spec/upward.ts:1 spec/ may not import plan/ (../plan/plan.ts); folders import downward",
    );
  });

  it("do not import the root files above them", () => {
    const violations = violationsWith({
      "packages/core/src/start.ts": "export const start: number = 1;\n",
      "packages/core/src/run/again.ts": 'export { start } from "../start.ts";\n',
    });
    expect(violations).toContain("run/ may not import a root file");
  });

  it("do not import a neighbour in their own layer", () => {
    const violations = violationsWith({
      "packages/local/src/store/put.ts": "export const put: number = 1;\n",
      "packages/local/src/sample/train.ts": 'export { put } from "../store/put.ts";\n',
    });
    expect(violations).toContain("sample/ may not import store/");
  });

  it("are all named by the law", () => {
    expect(coreFile("extras/more.ts", "export const more: number = 1;\n")).toContain(
      "packages/core/src/extras is a folder the law does not name",
    );
  });
});

describe("import cycles", () => {
  it("are found within a folder", () => {
    const violations = violationsWith({
      "packages/core/src/spec/a.ts": 'export { b } from "./b.ts";\nexport const a = 1;\n',
      "packages/core/src/spec/b.ts": 'import type { a } from "./a.ts";\nexport const b = 1;\n',
    });
    expect(violations).toBe(
      "import cycle: packages/core/src/spec/a.ts → packages/core/src/spec/b.ts → packages/core/src/spec/a.ts",
    );
  });

  it("are found across packages", () => {
    const violations = violationsWith({
      "packages/core/src/index.ts": 'export { plan } from "@trainyard/builder";\n',
    });
    expect(violations).toContain(
      "import cycle: packages/core/src/index.ts → packages/builder/src/index.ts → packages/core/src/index.ts",
    );
  });
});

describe("file names", () => {
  it("are not catch-alls", () => {
    expect(coreFile("spec/utils.ts", "export const a = 1;\n")).toContain('is a catch-all ("utils")');
    expect(coreFile("spec/types.test.ts", "export const a = 1;\n")).toContain('is a catch-all ("types")');
  });

  it("are not barrels unless package.json exports them", () => {
    expect(coreFile("spec/index.ts", 'export { spec } from "./spec.ts";\n')).toContain(
      "spec/index.ts is a barrel",
    );
  });
});

describe("framework names", () => {
  it("do not appear in the code of core", () => {
    const text = 'export const isFast = (name: string): boolean => name === "RT-DETRv2";\n';
    expect(coreFile("plan/guess.ts", text)).toBe(
      'packages/core/src/plan/guess.ts:1 names "RT-DETR"; framework names belong in presets',
    );
    expect(coreFile("plan/guess.test.ts", text)).toBe("");
  });
});

describe("budgets", () => {
  const lines = (count: number): string => "export {};\n".repeat(count);

  it("hold no file above 400 lines, generated files excepted", () => {
    expect(coreFile("spec/long.ts", lines(401))).toContain("spec/long.ts has 401 lines; the limit is 400");
    expect(coreFile("spec/long.ts", `// Generated by a script\n${lines(400)}`)).toBe("");
  });

  it("hold the median and the p90 of a package", () => {
    const violations = violationsWith({
      "packages/local/src/index.ts": lines(260),
      "packages/local/src/cli.ts": lines(81),
    });
    expect(violations).toContain("packages/local: the median file length is 81; the limit is 80");
    expect(violations).toContain("packages/local: the p90 file length is 260; the limit is 250");
  });

  it("hold at most five casts and one `any` per thousand lines", () => {
    const casts = "export const a: unknown = 1 as unknown;\n".repeat(6);
    expect(coreFile("spec/cast.ts", casts)).toContain("casts per 1,000 lines is 6");
    expect(coreFile("spec/any.ts", "export let a: any;\nexport let b: any[];\n")).toContain(
      "`any` per 1,000 lines is 2",
    );
  });
});

describe("folders within a folder", () => {
  it("import only downward, as the law of that folder says", () => {
    const files = {
      "packages/core/src/plan/check/check.ts": "export const check: number = 1;\n",
      "packages/core/src/plan/terms/term.ts":
        'import { check } from "../check/check.ts";\nexport const term: number = check;\n',
    };
    expect(violationsWith(files)).toBe(
      "packages/core/src/plan/terms/term.ts:1 terms/ may not import check/ (../check/check.ts); folders import downward",
    );
  });

  it("do not import a neighbour in their own layer", () => {
    const files = {
      "packages/core/src/run/wait/wait.ts": "export const wait: number = 1;\n",
      "packages/core/src/run/start/start.ts":
        'import { wait } from "../wait/wait.ts";\nexport const start: number = wait;\n',
    };
    expect(violationsWith(files)).toContain("start/ may not import wait/");
  });

  it("are all named by the law of that folder", () => {
    expect(coreFile("plan/dreams/dream.ts", "export const dream: number = 1;\n")).toContain(
      "packages/core/src/plan/dreams is a folder the law does not name",
    );
  });
});

describe("the size of a folder", () => {
  const filled = (folder: string, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `packages/core/src/${folder}/part-${at}.ts`,
        `export const part${at}: number = ${at};\n`,
      ]),
    );

  it("is at most twenty source files", () => {
    expect(violationsWith(filled("wire", 20))).toBe("");
    expect(violationsWith(filled("wire", 21))).toBe(
      "packages/core/src/wire has 21 source files; the limit is 20: cut it by what its files are for",
    );
  });

  it("may be more where a reason is given: one kind, a file each", () => {
    expect(violationsWith(filled("instance/endpoints", 40))).toBe("");
  });

  it("does not count tests", () => {
    const tests = Object.fromEntries(
      Object.keys(filled("wire", 30)).map((path) => [path.replace(".ts", ".test.ts"), "export {};\n"]),
    );
    expect(violationsWith(tests)).toBe("");
  });
});

describe("the names of an entry", () => {
  const names = (count: number) =>
    `export { ${Array.from({ length: count }, (_, at) => `name${at}`).join(", ")} } from "./plan/plan.ts";\n`;

  it("are at most 45", () => {
    expect(coreFile("index.ts", names(45))).toBe("");
    expect(coreFile("index.ts", names(46))).toBe('"@trainyard/core" exports 46 names; the limit is 45');
  });
});
