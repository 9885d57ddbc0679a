import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { buildUi } from "./build-ui.ts";
import { pageBuilds } from "./ui/page-builds.ts";

/** Gzipped bytes: what the first paint may load, and all files of a page together. */
const budgets = { first: 60_000, all: 250_000 };

await buildUi(resolve("."));
const problems: string[] = [];
for (const { page, folder } of pageBuilds) {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path = ""]) => path);
  const first = size(folder, ["index.html", ...named]);
  const assets = readdirSync(join(folder, "assets")).map((name) => `assets/${name}`);
  const all = size(folder, ["index.html", "icon.svg", ...assets]);
  console.log(`${page}: first paint ${first} bytes, everything ${all} bytes (gzipped)`);
  if (first > budgets.first) problems.push(`${page}: the first paint is above ${budgets.first} bytes`);
  if (all > budgets.all) problems.push(`${page}: everything is above ${budgets.all} bytes`);
}
for (const problem of problems) console.log(`✗ ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function size(folder: string, paths: readonly string[]): number {
  return paths.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(folder, path)), { level: 9 }).length,
    0,
  );
}
