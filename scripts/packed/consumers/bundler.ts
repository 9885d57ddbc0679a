import { chainFinding, chainProgram } from "../chain-program.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

/** A bundler that makes one file for browsers out of a chain; the file then runs in plain Node. */
function bundler(
  name: string,
  tools: readonly string[],
  files: Readonly<Record<string, string>>,
  command: readonly [string, ...string[]],
  output: string,
): PackedConsumer {
  return {
    name,
    tools,
    fast: false,
    run({ folder }) {
      writeFiles(folder, { "chain.js": chainProgram, ...files });
      const problems = expectOutput(folder, command);
      return problems.length > 0 ? problems : expectOutput(folder, [process.execPath, output], chainFinding);
    },
  };
}

/** The bundlers. */
export const bundlers: readonly PackedConsumer[] = [
  bundler(
    "vite",
    ["vite@8"],
    {
      "vite.config.js":
        'export default { build: { lib: { entry: "chain.js", formats: ["es"], fileName: "chain" }, minify: true } };\n',
    },
    ["node_modules/.bin/vite", "build"],
    "dist/chain.js",
  ),
  bundler(
    "esbuild",
    ["esbuild@0.25"],
    {},
    [
      "node_modules/.bin/esbuild",
      "chain.js",
      "--bundle",
      "--minify",
      "--format=esm",
      "--platform=browser",
      "--outfile=dist/chain.mjs",
    ],
    "dist/chain.mjs",
  ),
  bundler(
    "webpack",
    ["webpack@5", "webpack-cli@6"],
    {
      "webpack.config.js":
        'export default { mode: "production", target: "web", performance: { hints: false }, entry: "./chain.js", output: { filename: "chain.cjs", publicPath: "", globalObject: "globalThis" } };\n',
    },
    ["node_modules/.bin/webpack"],
    "dist/chain.cjs",
  ),
];
