import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../run-command.ts";

/** A project outside the workspace that has only the packed tarballs and their dependencies. */
export interface Consumer {
  readonly folder: string;
  /** Packages of ours that npm took from a registry instead of the tarballs. */
  readonly fromRegistry: readonly string[];
}

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
}

/** Installs the tarballs with npm, as a user would, without install scripts. */
export function installConsumer(work: string, tarballs: readonly string[], scope: string): Consumer {
  const folder = join(work, "consumer");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  mustRun(folder, ["npm", "install", ...flags, ...tarballs]);
  const { packages }: Lockfile = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
  const fromRegistry = Object.entries(packages)
    .filter(([path, { resolved }]) => path.includes(scope) && !resolved?.startsWith("file:"))
    .map(([path]) => path);
  return { folder, fromRegistry };
}
