import { join, resolve } from "node:path";
import { formatTable } from "./format-table.ts";
import { browserSize } from "./package/browser-size.ts";
import { entryBudgets } from "./package/entry-budgets.ts";
import { readPackages } from "./package/package-entries.ts";

// What each entry that runs in a browser weighs there, from the built packages: the second half of `pnpm bench:import`.
const rows: { entry: string; kilobytes: number; most: number }[] = [];
for (const { folder, entries } of readPackages(resolve(".")))
  for (const { specifier } of entries) {
    const most = entryBudgets[specifier];
    if (typeof most !== "number") continue;
    const kilobytes = await browserSize(join(resolve("packages"), folder), specifier);
    rows.push({ entry: specifier, kilobytes, most });
  }
console.log(`\nIn a browser, minified and gzipped with all dependencies:\n${formatTable(rows)}`);
