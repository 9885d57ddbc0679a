import { chainFinding, chainProgram } from "../chain-program.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

/** Node, ECMAScript modules, and the command line as npx finds it. */
export const nodeEsm: PackedConsumer = {
  name: "node-esm",
  tools: [],
  fast: true,
  run({ folder }) {
    writeFiles(folder, { "esm/chain.mjs": chainProgram });
    return [
      ...expectOutput(folder, [process.execPath, "esm/chain.mjs"], chainFinding),
      ...expectOutput(folder, ["node_modules/.bin/trainyard", "--help"], "attach"),
      ...expectOutput(folder, ["node_modules/.bin/trainyard-local", "--help"], "--import"),
    ];
  },
};
