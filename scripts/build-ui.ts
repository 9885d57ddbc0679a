import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { pageBuilds } from "./ui/page-builds.ts";
import { sourceStamp } from "./ui/source-stamp.ts";

/**
 * Builds the pages where they are missing or older than their sources; `--force` builds them all the same.
 * Nothing built is committed: whatever serves a page in a clone runs this first.
 */
export async function buildUi(root: string, force = false): Promise<void> {
  const stamp = sourceStamp(root);
  for (const { page, folder } of pageBuilds) {
    const target = join(root, folder);
    const stampFile = join(target, "stamp");
    if (!force && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) continue;
    // Built beside and moved there, so that a page under build is never served by half.
    const fresh = `${target}-${process.pid}`;
    await build({
      root: join(root, "packages/ui"),
      base: "./",
      logLevel: "warn",
      oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
      build: {
        outDir: fresh,
        emptyOutDir: true,
        target: "es2022",
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rollupOptions: { input: join(root, "packages/ui", `${page}.html`) },
      },
    });
    renameSync(join(fresh, `${page}.html`), join(fresh, "index.html"));
    writeFileSync(join(fresh, "stamp"), stamp);
    mkdirSync(join(target, ".."), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  }
}

if (process.argv[1] === import.meta.filename) await buildUi(resolve("."), process.argv.includes("--force"));
