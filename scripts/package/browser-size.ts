import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

const entry = "\0entry";

/** Kilobytes, minified and gzipped, of all that an entry hands out to a browser, as a file in a folder imports it. */
export async function browserSize(folder: string, specifier: string): Promise<number> {
  const bundle = await rolldown({
    input: entry,
    cwd: folder,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        load: (id: string) => (id === entry ? `export * from ${JSON.stringify(specifier)};` : undefined),
        async resolveId(id: string, importer: string | undefined) {
          if (id === entry) return id;
          if (importer !== entry) return undefined;
          return this.resolve(id, join(folder, "index.js"), { skipSelf: true });
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
