import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

/** Mistakes as a user writes them, each with what the compiler's words must hold. */
const mistakes: Readonly<Record<string, { readonly code: string; readonly says: readonly string[] }>> = {
  "a chain without an agent": {
    code: `train().project(2).model("YOLO/YOLO26s-det").start();`,
    says: ["this chain still needs", ".on(agent)"],
  },
  "a chain without a project": {
    code: `train().on(1).model("YOLO/YOLO26s-det").start();`,
    says: ["this chain still needs", ".project(id)"],
  },
  "a chain without a model": {
    code: `train().on(1).project(2).start();`,
    says: ["this chain still needs", ".model(name)"],
  },
  "planning a chain without a model": {
    code: `train().on(1).project(2).plan();`,
    says: ["this chain still needs", ".model(name)"],
  },
  "a model that the framework does not have": {
    code: `train().model("YOLO/YOLO26s-dett");`,
    says: ["YOLO has no model of this name; anyModel(...) takes newer ones"],
  },
  "a preset that the framework does not have": {
    code: `train().use("yolo/fastt");`,
    says: ["yolo has no preset of this name; findPreset(...) takes one of your own"],
  },
  "a hyperparameter that the framework does not have": {
    code: `train().use("yolo/fast").tune({ epocs: 5 });`,
    says: ["'epocs' does not exist", "YoloHyperparameters", "Did you mean to write 'epochs'?"],
  },
  "an agent that is none": {
    code: `train().on(true);`,
    says: ["'number | \"auto\" | (string & {})'"],
  },
  "an export that the app does not have": {
    code: `train().model("YOLO/YOLO26s-det").export("coreml");`,
    says: ['"coreml"', "onnx", "tensorrt"],
  },
  "a hyperparameter of another kind": {
    code: `train().model("YOLO/YOLO26s-det").tune({ epochs: "five" });`,
    says: ["'string'", "'number'"],
  },
  "a split as text": {
    code: `train().split("random");`,
    says: ["'string'", "'SplitInput'"],
  },
  "an untagged image's side that there is not": {
    code: `tags("train", "val", { untagged: "test" });`,
    says: ["test", "ignore"],
  },
};

let output: string;

beforeAll(() => {
  // Below node_modules the packages are found and nothing else looks; the compiler is asked once for all.
  mkdirSync(join(root, "test/node_modules"), { recursive: true });
  const folder = mkdtempSync(join(root, "test/node_modules/.type-messages-"));
  try {
    for (const [i, { code }] of Object.values(mistakes).entries())
      writeFileSync(
        join(folder, `m${i}.ts`),
        `import { tags, train } from "@trainyard/builder";\n${code}\nexport { tags, train };\n`,
      );
    const config = {
      extends: join(root, "tsconfig.check.json"),
      compilerOptions: { typeRoots: [join(root, "node_modules/@types")], noEmit: true },
      include: [],
      exclude: [],
      files: Object.keys(mistakes).map((_, i) => join(folder, `m${i}.ts`)),
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    output = spawnSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], {
      encoding: "utf8",
    }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

describe("the compiler's words for", () => {
  for (const [i, [what, { says }]] of Object.entries(mistakes).entries())
    it(`${what} name the mistake and what is there instead`, () => {
      const mine = output
        .split(/\n(?=\S)/)
        .filter((line) => line.includes(`m${i}.ts(`))
        .join("\n");
      for (const words of says) expect(mine).toContain(words);
    });
});
