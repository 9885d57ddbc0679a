import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";

const program = `import { train, tags } from "@trainyard/builder";
import { connect } from "@trainyard/core";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";
await writeSampleProject("./scenes", { images: 12 });
const local = await startLocalInstance({ dir: "./instance" });
const { id } = await local.importProject("./scenes");
const instance = connect({ address: local.address, token: local.token });
const run = await train(instance).on("auto").project(id).use("yolo/smoke").split(tags("train", "val")).start();
const { bestCheckpoint } = await run.finished({ timeout: "3m" });
await local[Symbol.asyncDispose]();
console.log(bestCheckpoint);
`;

/** Trains once with nothing but the packed packages: processes, pages and files are found from the bundles too. */
export function checkTraining(consumer: string): readonly string[] {
  const file = join(consumer, "train.mjs");
  writeFileSync(file, program);
  const { code, stdout, output } = runCommand(consumer, [process.execPath, file]);
  return code === 0 && stdout.includes("/checkpoints/")
    ? []
    : [`a training with the packed packages fails:\n${output}`];
}
