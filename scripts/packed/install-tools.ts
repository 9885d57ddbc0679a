import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../run-command.ts";

/** Makes a fresh project with the tarballs and a consumer's tools, installed by npm without install scripts. */
export function installTools(work: string, name: string, packages: readonly string[]): string {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  mustRun(folder, ["npm", "install", ...flags, ...packages]);
  return folder;
}
