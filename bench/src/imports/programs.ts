import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ImportProgram } from "./time-import.ts";
import { nodeImport } from "./time-import.ts";

const folderOf = (name: string): string =>
  fileURLToPath(new URL(`../../../packages/${name}/`, import.meta.url));

/** Everything outside Trainyard that an import of the chain loads. */
export function dependencies(): ImportProgram {
  return nodeImport(
    "the dependencies alone",
    ["immer", "valibot", "ky", "@noble/hashes/sha2.js"],
    folderOf("core"),
  );
}

/** Every entry of the packages that runs anywhere. */
export function entries(): readonly ImportProgram[] {
  return ["pyyaml", "core", "presets", "builder"].flatMap((name) => {
    const manifest: { readonly exports: Readonly<Record<string, unknown>> } = JSON.parse(
      readFileSync(`${folderOf(name)}package.json`, "utf8"),
    );
    return Object.entries(manifest.exports)
      .filter(([, target]) => typeof target === "object")
      .map(([subpath]) => `@trainyard/${name}${subpath.slice(1)}`)
      .map((specifier) => nodeImport(specifier, [specifier], folderOf(name)));
  });
}

/** The platform's own SDK, in the same run. */
export function pythonSdk(python: string): ImportProgram {
  const code = `import json, resource, time
b, t = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
import supervisely
from supervisely.api.nn.train_api import TrainApi
print(json.dumps({"ms": (time.perf_counter() - t) * 1000, "mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - b) / 1024}))`;
  return { what: "import supervisely (Python)", command: [python, "-c", code], cwd: folderOf("core") };
}
