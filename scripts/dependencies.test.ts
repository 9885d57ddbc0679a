import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const folders = [
  ".",
  "docs",
  "examples",
  "test",
  ...readdirSync("packages").map((name) => `packages/${name}`),
];

function dependenciesOf(folder: string): readonly string[] {
  if (!existsSync(`${folder}/package.json`)) return [];
  const manifest: Manifest = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
}

describe("docs/dependencies.md", () => {
  it("describes every dependency, and nothing else", () => {
    const declared = folders
      .flatMap(dependenciesOf)
      .filter((name) => !name.startsWith("@trainyard/") && name !== "trainyard");
    const document = readFileSync("docs/dependencies.md", "utf8");
    const described = [...document.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(described.sort()).toEqual([...new Set(declared)].sort());
  });
});
