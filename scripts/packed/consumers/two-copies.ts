import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const program = `import { train } from "@trainyard/builder";
import { train as other } from "./other/node_modules/@trainyard/builder/dist/index.js";
import { isTrainyardError } from "@trainyard/core";
import * as mine from "@trainyard/core";
import * as theirs from "./other/node_modules/@trainyard/core/dist/index.js";
if (mine.TrainyardError === theirs.TrainyardError) throw new Error("one copy only");
const caught = (() => { try { theirs.random(0); } catch (error) { return error; } })();
if (!isTrainyardError(caught)) throw new Error("a foreign error is not known");
const spec = other().project(101).split(theirs.random(70)).spec();
const chain = train().with(spec).split(theirs.tags("a", "b")).on("auto").model("YOLO/YOLO26s-det");
if (chain.spec().split.by !== "tags" || other().project(7).spec().project !== 7) throw new Error("mixed up");
if (chain.use(other().tune({ epochs: 3 }).toPreset("acme/x")).spec().tune.epochs !== 3) throw new Error("preset");
console.log("both work", chain.check().length);
`;

/** Two copies of the packages in one process, as duplicated dependencies give: values of one are known by the other. */
export const twoCopies: PackedConsumer = {
  name: "two-copies",
  tools: [],
  fast: true,
  run({ folder }) {
    const copy = join(folder, "copies/other/node_modules");
    rmSync(join(folder, "copies"), { recursive: true, force: true });
    cpSync(join(folder, "node_modules"), copy, { recursive: true, verbatimSymlinks: true });
    writeFiles(folder, { "copies/two.mjs": program });
    return expectOutput(join(folder, "copies"), [process.execPath, "two.mjs"], "both work 0");
  },
};
