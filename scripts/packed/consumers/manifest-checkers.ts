import { basename } from "node:path";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";

/** Checkers of package.json and declarations, each over every tarball. */
export const manifestCheckers: readonly PackedConsumer[] = [
  {
    name: "publint",
    tools: ["publint@0.3"],
    fast: false,
    run: ({ folder, tarballs }) =>
      tarballs.flatMap((file) =>
        expectOutput(folder, ["node_modules/.bin/publint", "--strict", file], "All good!"),
      ),
  },
  {
    name: "attw",
    tools: ["@arethetypeswrong/cli@0.18"],
    fast: false,
    run: ({ folder, tarballs }) =>
      tarballs.flatMap((file) => {
        // ECMAScript modules only, on purpose: require() of them works since Node 20.19, which the tool does not know.
        const command = ["node_modules/.bin/attw", "--profile", "esm-only", "--no-color", file] as const;
        return expectOutput(folder, command).map((problem) => `${basename(file)}: ${problem}`);
      }),
  },
];
