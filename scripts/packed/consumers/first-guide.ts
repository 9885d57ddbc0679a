import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findExamples } from "../../doc-examples/find-examples.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const guide = "docs/guides/getting-started.md";

/** The first guide word by word: its first program runs as it stands, to a finished rehearsal with an ONNX file. */
export const firstGuide: PackedConsumer = {
  name: "first-guide",
  tools: [],
  fast: true,
  run({ folder, root }) {
    const [first] = findExamples(guide, readFileSync(join(root, guide), "utf8"));
    if (first === undefined) return [`${guide} has no program`];
    writeFiles(folder, { "guide/train.mjs": first.code });
    return expectOutput(join(folder, "guide"), [process.execPath, "train.mjs"], ".onnx");
  },
};
