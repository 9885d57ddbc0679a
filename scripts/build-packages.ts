import { readdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { bundlePackages } from "./build/bundle-packages.ts";
import { mustRun } from "./run-command.ts";

// Declarations by the compiler, one a source, so that an editor leads to it; the code by a bundler, one file an entry.
const root = resolve(".");
rmSync(resolve(".tsbuild"), { recursive: true, force: true });
for (const name of readdirSync("packages"))
  rmSync(resolve("packages", name, "dist"), { recursive: true, force: true });
mustRun(root, [resolve("node_modules/.bin/tsc"), "-b"]);
await bundlePackages(root);
