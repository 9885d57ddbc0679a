import { chainFinding } from "../chain-program.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const required = `const { train } = require("@trainyard/builder");
console.log("found", train().with({ model: "YOLO/YOLO26s-dte" }).check().map(({ code }) => code).filter((code) => code.startsWith("MODEL")).join());
`;
const imported = required.replace(/^const .*$/m, 'import("@trainyard/builder").then(({ train }) => {');

/** CommonJS: Node has require() of modules since 20.19, and import() in every version. */
export const nodeCjs: PackedConsumer = {
  name: "node-cjs",
  tools: [],
  fast: true,
  run({ folder }) {
    writeFiles(folder, { "cjs/require.cjs": required, "cjs/import.cjs": `${imported}});\n` });
    return [
      ...expectOutput(folder, [process.execPath, "cjs/require.cjs"], chainFinding),
      ...expectOutput(folder, [process.execPath, "cjs/import.cjs"], chainFinding),
    ];
  },
};
