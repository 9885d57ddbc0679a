import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What is wrong with an unpacked package: files that do not belong, and manifest entries that lead nowhere. */
export function checkContents(folder: string): readonly string[] {
  const text = readFileSync(join(folder, "package.json"), "utf8");
  const manifest: Manifest = JSON.parse(text);
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string): void => {
    if (!holds) problems.push(`${manifest.name}: ${problem}`);
  };

  const targets = Object.entries(manifest.exports ?? {});
  expect(targets.length > 0, "package.json exports nothing");
  expect(!/"(?:workspace|catalog):/.test(text), "package.json has a workspace: or catalog: version");
  for (const [subpath, target] of targets) {
    const conditions = typeof target === "string" ? { default: target } : target;
    expect(!("source" in conditions), `exports "${subpath}" with a source condition`);
    for (const [condition, path] of Object.entries(conditions)) {
      expect(
        existsSync(join(folder, path)),
        `exports "${subpath}" (${condition}) leads to ${path}, which is not packed`,
      );
    }
  }
  for (const [command, path] of Object.entries(manifest.bin ?? {})) {
    const file = join(folder, path);
    expect(
      existsSync(file) && readFileSync(file, "utf8").startsWith("#!/usr/bin/env node\n"),
      `command "${command}" leads to ${path}, which is not a packed Node script`,
    );
  }
  const files = listFiles(folder, "");
  for (const path of files) {
    expect(!/\.test(?:-d)?\./.test(path), `${path} is a test`);
  }
  // Declarations lead an editor to the packed sources; maps of code hold theirs.
  const blind = files.filter((path) => path.endsWith(".map") && !hasSources(folder, path));
  expect(blind.length === 0, `${blind.length} source maps lead to sources that are not packed (${blind[0]})`);
  return problems;
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>> | string>>;
  readonly bin?: Readonly<Record<string, string>>;
}

function listFiles(folder: string, inside: string): readonly string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = `${inside}${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : listFiles(folder, `${path}/`);
    return [path];
  });
}

function hasSources(folder: string, map: string): boolean {
  const parsed: { readonly sourcesContent?: unknown; readonly sources?: readonly string[] } = JSON.parse(
    readFileSync(join(folder, map), "utf8"),
  );
  if (Array.isArray(parsed.sourcesContent)) return true;
  return (parsed.sources ?? []).every((source) => existsSync(join(folder, dirname(map), source)));
}
