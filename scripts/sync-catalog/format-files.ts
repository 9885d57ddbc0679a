import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mustRun } from "../run-command.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const biome = join(
  dirname(createRequire(import.meta.url).resolve("@biomejs/biome/package.json")),
  "bin",
  "biome",
);

/** Formats files of a folder, wherever it is, as the repository's biome.json says. */
export function formatFiles(folder: string, files: readonly string[]): void {
  const options = ["--write", `--config-path=${root}`, "--vcs-enabled=false"];
  mustRun(folder, [process.execPath, biome, "format", ...options, ...files]);
}
