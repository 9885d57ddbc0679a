import { formatTable } from "../format-table.ts";
import { browserSize } from "./browser-size.ts";
import { entryBudgets } from "./entry-budgets.ts";
import type { PackageEntry } from "./package-entries.ts";

/** Bundles each entry for a browser, everything it needs included, and holds its size against its budget. */
export async function checkEntrySizes(
  consumer: string,
  entries: readonly PackageEntry[],
): Promise<readonly string[]> {
  const rows: { entry: string; kilobytes: number; most: number }[] = [];
  for (const { specifier } of entries) {
    const most = entryBudgets[specifier];
    if (typeof most !== "number") continue;
    rows.push({ entry: specifier, kilobytes: await browserSize(consumer, specifier), most });
  }
  console.log(formatTable(rows));
  return [
    ...rows
      .filter(({ kilobytes, most }) => kilobytes > most)
      .map(
        ({ entry, kilobytes, most }) => `"${entry}" is ${kilobytes} kB in a browser; its budget is ${most}`,
      ),
    ...entries
      .filter(({ specifier }) => entryBudgets[specifier] === undefined)
      .map(({ specifier }) => `"${specifier}" has no budget in entry-budgets.ts`),
    ...Object.keys(entryBudgets)
      .filter((entry) => !entries.some(({ specifier }) => specifier === entry))
      .map((entry) => `entry-budgets.ts names "${entry}", which is no entry`),
  ];
}
