import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { formatTable } from "../format-table.ts";
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
    if (most === undefined) continue;
    rows.push({ entry: specifier, kilobytes: await browserSize(consumer, specifier), most });
  }
  console.log(formatTable(rows));
  return [
    ...rows
      .filter(({ kilobytes, most }) => kilobytes > most)
      .map(
        ({ entry, kilobytes, most }) => `"${entry}" is ${kilobytes} kB in a browser; its budget is ${most}`,
      ),
    ...Object.keys(entryBudgets)
      .filter((entry) => !entries.some(({ specifier }) => specifier === entry))
      .map((entry) => `entry-budgets.ts names "${entry}", which is no entry`),
  ];
}

/** Kilobytes, minified and gzipped, of all that an entry hands out. */
async function browserSize(consumer: string, specifier: string): Promise<number> {
  const entry = "\0entry";
  const bundle = await rolldown({
    input: entry,
    cwd: consumer,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        resolveId: (id: string) => (id === entry ? id : undefined),
        load: (id: string) =>
          id === entry
            ? `export * from ${JSON.stringify(join(consumer, "node_modules", specifier))};`
            : undefined,
      },
      {
        name: "from-consumer",
        async resolveId(_id: string, importer: string | undefined) {
          if (importer !== entry) return undefined;
          return this.resolve(specifier, join(consumer, "index.js"), { skipSelf: true });
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  const bytes = output.reduce(
    (sum, part) => sum + (part.type === "chunk" ? gzipSync(part.code).length : 0),
    0,
  );
  return Math.round(bytes / 100) / 10;
}
