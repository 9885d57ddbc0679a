import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const biome = join(
  dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")),
  "bin",
  "biome",
);

/** Formats TypeScript as the repository's biome.json says. */
export function formatSource(source: string): string {
  const args = [biome, "format", "--stdin-file-path=packages/presets/src/generated.ts"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    input: source,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The generated source cannot be formatted:\n${stderr}`);
  return stdout;
}
