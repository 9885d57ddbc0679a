import { readdirSync } from "node:fs";
import { join } from "node:path";
import { chainFinding, chainProgram } from "../chain-program.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const worker = `import { random, train } from "@trainyard/builder";
export default {
  fetch: () => {
    const chain = train().on("auto").project(101).split(random(80)).with({ model: "YOLO/YOLO26s-dte" });
    return new Response("found " + chain.check().map(({ code }) => code).join());
  },
};
`;
const inMiniflare = `import { build } from "esbuild";
import { Miniflare } from "miniflare";
await build({ entryPoints: ["worker.js"], bundle: true, format: "esm", outfile: "worker.mjs" });
const mf = new Miniflare({ modules: true, scriptPath: "worker.mjs", compatibilityDate: "2025-09-01" });
console.log(await (await mf.dispatchFetch("http://localhost/")).text());
await mf.dispose();
`;

/** Runtimes that are not Node. */
export const runtimes: readonly PackedConsumer[] = [
  {
    name: "deno",
    tools: ["deno@2"],
    fast: false,
    run({ folder }) {
      writeFiles(folder, { "chain.mjs": chainProgram });
      const command = [
        process.execPath,
        "node_modules/deno/bin.cjs",
        "run",
        "--allow-env",
        "--allow-read",
      ] as const;
      return expectOutput(
        folder,
        [...command, "--cached-only", "--node-modules-dir=manual", "chain.mjs"],
        chainFinding,
      );
    },
  },
  {
    name: "bun",
    tools: ["bun@1"],
    fast: false,
    run({ folder }) {
      writeFiles(folder, { "chain.mjs": chainProgram });
      const builds = join(folder, "node_modules/@oven");
      // Its install script would choose among these; a "baseline" build runs on every processor.
      const build =
        readdirSync(builds).find((name) => name.includes("baseline")) ?? readdirSync(builds)[0] ?? "";
      return expectOutput(folder, [join(builds, build, "bin/bun"), "chain.mjs"], chainFinding);
    },
  },
  {
    name: "worker",
    tools: ["miniflare@4", "esbuild@0.25"],
    fast: false,
    run({ folder }) {
      writeFiles(folder, { "worker.js": worker, "run.mjs": inMiniflare });
      return expectOutput(folder, [process.execPath, "run.mjs"], chainFinding);
    },
  },
];
