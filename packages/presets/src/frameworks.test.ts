import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseDocument } from "yaml";
import { frameworks } from "./frameworks.ts";

/** The value at a path, as the app's own file has it. */
function valueAt(text: string, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      parse(text, { version: "1.1" }),
    );
}

describe("the frameworks", () => {
  it.each(frameworks)("$name agrees with itself", (framework) => {
    const names = framework.models.map((model) => model.name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain(framework.defaultModel.toLowerCase());
    expect(framework.models.every((model) => framework.tasks.includes(model.task))).toBe(true);
    const paths = framework.hyperparameters.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const key of Object.values(framework.keys)) expect(paths).toContain(key);
    for (const rule of framework.rules ?? [])
      expect(paths).toEqual(
        expect.arrayContaining([rule.path, ...(rule.kind === "at-most" ? [rule.bound] : rule.keys)]),
      );
  });

  it.each(frameworks)(
    "$name knows the defaults of its app's file, and nothing of the file is left out",
    (framework) => {
      for (const { path, default: value } of framework.hyperparameters) {
        // PyYAML reads 6e-4 as text, unlike the reader used here.
        const expected = path === "lr" && value === "6e-4" ? 6e-4 : value;
        expect(valueAt(framework.hyperparametersText, path), path).toEqual(expected);
      }
      const leaves = framework.hyperparameters.filter((item) => item.default !== undefined).length;
      const lines = framework.hyperparametersText.split("\n").filter((line) => /: \S/.test(line)).length;
      expect(lines).toBe(leaves);
      expect(parseDocument(framework.hyperparametersText).errors).toEqual([]);
    },
  );

  it.each(frameworks)(
    "$name has kinds, choices and ranges that its own defaults keep",
    ({ hyperparameters }) => {
      for (const { path, kinds, choices, min, max, about, default: value } of hyperparameters) {
        expect(kinds.length, path).toBeGreaterThan(0);
        expect(about, `${path} is explained`).toBeTypeOf("string");
        if (value === undefined) continue;
        expect(fits(value, kinds), `${path} is one of ${kinds}`).toBe(true);
        if (choices !== undefined) expect(choices).toContain(value);
        if (typeof value === "number")
          expect([value >= (min ?? value), value <= (max ?? value)]).toEqual([true, true]);
      }
    },
  );

  it.each(frameworks)("$name alone loads no other framework", ({ name }) => {
    const own = name.toLowerCase();
    const loaded = [...reachable(join(import.meta.dirname, own, "index.ts"))];
    const folders = loaded.map((file) => relative(import.meta.dirname, dirname(file)));
    expect(new Set(folders)).toEqual(new Set([own, ""]));
    expect(loaded.map((file) => relative(import.meta.dirname, file))).not.toContain("frameworks.ts");
  });

  it("are the six with a folder each, and the same files in every folder", () => {
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && !["files", "node", "sharing"].includes(entry.name),
    );
    expect(folders.map(({ name }) => name).sort()).toEqual(
      frameworks.map(({ name }) => name.toLowerCase()).sort(),
    );
    const files = [
      "app.ts",
      "framework.ts",
      "hyperparameters.ts",
      "index.ts",
      "models.ts",
      "notes.ts",
      "presets.ts",
    ];
    for (const { name } of folders)
      expect(readdirSync(`${import.meta.dirname}/${name}`)).toEqual(expect.arrayContaining(files));
  });

  it("have the models and hyperparameters of the releases they name", () => {
    const counts = frameworks.map(({ name, models, hyperparameters }) => {
      const inFile = hyperparameters.filter((item) => item.default !== undefined).length;
      return `${name}: ${models.length} models, ${inFile} keys`;
    });
    expect(counts).toEqual([
      "YOLO: 59 models, 40 keys",
      "RT-DETRv2: 5 models, 21 keys",
      "DEIM: 18 models, 24 keys",
      "SparseInst: 5 models, 10 keys",
      "MaskDINO: 2 models, 9 keys",
      "MVD: 3 models, 17 keys",
    ]);
  });

  it("know which apps export what, start by themselves, and take which projects", () => {
    const can = frameworks.map(({ name, exports, autostart, projectType }) => [
      name,
      exports.length,
      autostart,
      projectType,
    ]);
    expect(can).toEqual([
      ["YOLO", 2, true, "images"],
      ["RT-DETRv2", 2, true, "images"],
      ["DEIM", 2, true, "images"],
      ["SparseInst", 2, false, "images"],
      ["MaskDINO", 0, false, "images"],
      ["MVD", 0, false, "videos"],
    ]);
    const sparse = frameworks.find(({ name }) => name === "SparseInst")?.models ?? [];
    expect(sparse.filter((model) => model.exports?.length === 2).length).toBe(2);
    expect(sparse.filter((model) => model.exports?.length === 0).length).toBe(3);
  });
});

function fits(value: unknown, kinds: readonly string[]): boolean {
  if (Array.isArray(value)) return kinds.includes("list");
  if (typeof value === "boolean") return kinds.includes("bool");
  if (typeof value === "string") return kinds.includes("str");
  return kinds.includes("float") || (Number.isInteger(value) && kinds.includes("int"));
}

/** The files that a file loads, itself included; types are erased, so they load nothing. */
function reachable(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(
    /^(?:import|export) (?!type)[^;]*from "(\.[^"]+)"/gm,
  ))
    reachable(join(dirname(file), path), seen);
  return seen;
}
