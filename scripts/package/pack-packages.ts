import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { bundlePackages } from "../build/bundle-packages.ts";
import { pnpmCommand } from "../pnpm-command.ts";
import { mustRun } from "../run-command.ts";
import { readPackages } from "./package-entries.ts";

/** Builds and packs every package in a copy of the workspace, so stale `dist` folders cannot hide a gap. */
export async function packPackages(root: string, work: string): Promise<readonly string[]> {
  const copy = join(work, "workspace");
  const tarballs = join(work, "tarballs");
  copyWorkspace(root, copy);
  mustRun(copy, [join(root, "node_modules/.bin/tsc"), "-b"]);
  await bundlePackages(copy);
  for (const { folder } of readPackages(copy)) {
    mustRun(join(copy, "packages", folder), [...pnpmCommand(), "pack", "--pack-destination", tarballs]);
  }
  return readdirSync(tarballs).map((name) => join(tarballs, name));
}

const rootFiles = ["package.json", "pnpm-workspace.yaml", "tsconfig.json", "tsconfig.base.json", "LICENSE"];

function copyWorkspace(root: string, copy: string): void {
  mkdirSync(copy);
  for (const name of rootFiles) cpSync(join(root, name), join(copy, name));
  // The packages' own node_modules hold relative links; with this link they lead to the same places as before.
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const isBuilt = /\/packages\/[^/]+\/dist$/;
  cpSync(join(root, "packages"), join(copy, "packages"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !isBuilt.test(path),
  });
}
