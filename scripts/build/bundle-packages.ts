import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { packageModules } from "./package-modules.ts";

/**
 * Bundles what each published package hands out: one file an entry, one a command and one a process module, with
 * what they share in chunks beside them. What a package depends on stays outside.
 */
export async function bundlePackages(root: string): Promise<void> {
  for (const directory of readdirSync(join(root, "packages"))) {
    const folder = join(root, "packages", directory);
    if (!existsSync(join(folder, "package.json"))) continue;
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    if (manifest.private === true) continue;
    const bundle = await rolldown({
      input: Object.fromEntries(
        Object.entries(packageModules(manifest)).map(([name, path]) => [name, join(folder, "src", path)]),
      ),
      cwd: folder,
      platform: "neutral",
      external: /^[^./]/,
      treeshake: { moduleSideEffects: false },
    });
    await bundle.write({
      dir: join(folder, "dist"),
      format: "esm",
      entryFileNames: "[name].js",
      // Beside the entries, so that what a module finds relative to itself is found from a chunk as well.
      chunkFileNames: "shared-[hash].js",
      sourcemap: false,
    });
    await bundle.close();
  }
}
