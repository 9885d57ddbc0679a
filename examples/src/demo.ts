import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { random, tags, train } from "@trainyard/builder";
import { isTrainyardError } from "@trainyard/core";
import { progressView } from "@trainyard/core/node";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";

const help = `Starts an embedded instance in a temporary folder, imports a project and trains on it.

  pnpm demo                      with a small drawn project
  pnpm demo -- --project PATH    with a project: a folder in Supervisely's format, a YOLO folder, COCO files, or an archive
  pnpm demo -- --model NAME      with another model, e.g. YOLO/YOLO26n-seg
  pnpm demo -- --token TOKEN     with another API token than the instance's own: see what a wrong one does
  pnpm demo -- --keep            leaves the temporary folder, and says where it is`;

const options = {
  project: "string",
  model: "string",
  token: "string",
  keep: "boolean",
  help: "boolean",
} as const;
const stop = new AbortController();
process.once("SIGINT", () => stop.abort(new Error("Interrupted.")));
process.once("SIGTERM", () => stop.abort(new Error("Interrupted.")));

async function demo(): Promise<void> {
  const args = process.argv.slice(2).filter((argument) => argument !== "--");
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
  });
  if (values.help === true) return console.log(help);
  const dir = await mkdtemp(join(tmpdir(), "trainyard-demo-"));
  const { signal } = stop;
  try {
    await using local = await startLocalInstance({ dir: join(dir, "instance") });
    console.log(`Embedded instance: ${local.address}`);

    const folder = typeof values.project === "string" ? resolve(values.project) : join(dir, "Drawn scenes");
    if (values.project === undefined) await writeSampleProject(folder);
    const project = await local.importProject(folder, { signal });
    console.log(
      `Project ${project.id} "${project.name}": ${project.images} images, classes ${project.classes.join(", ")}`,
    );
    for (const sentence of project.leftOut) console.log(`Left out: ${sentence}`);
    if (project.skipped > 0) console.log(`Skipped: ${project.skipped} files among the images that are none.`);
    const tagged = project.tags.includes("train") && project.tags.includes("val");
    if (!tagged) console.log("The project has no train/val tags: splitting with random().");

    // A chain without an instance of its own connects as the environment says.
    process.env.SERVER_ADDRESS = local.address;
    process.env.API_TOKEN = typeof values.token === "string" ? values.token : local.token;
    const agent = local.defaults.agentId;
    const id = project.id;

    const run = await train()
      .on(agent)
      .project(id)
      .model(typeof values.model === "string" ? values.model : "YOLO/YOLO26s-det")
      .split(tagged ? tags("train", "val") : random())
      .export("onnx")
      .start({ signal });
    console.log(`Training: ${run.ref}`);

    const view = progressView();
    const experiment = await run
      .finished({ signal, timeout: "10m", onEvent: view.onEvent })
      .finally(view.stop);
    const metrics = Object.entries(experiment.metrics).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    console.log(`Experiment:      ${experiment.name}`);
    console.log(`Rehearsal:       ${String(experiment.record.rehearsal_note ?? "no")}`);
    console.log(`Best checkpoint: ${experiment.bestCheckpoint}`);
    console.log(`Metrics:         ${metrics.join(", ")}`);
    console.log(`ONNX:            ${experiment.exports.ONNXRuntime}`);
    console.log(`Instance:        ${local.address} (ends with this demo)`);
  } finally {
    if (values.keep === true) console.log(`Kept: ${dir}`);
    else await rm(dir, { recursive: true, force: true });
  }
}

try {
  await demo();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(isTrainyardError(error) ? `${error.code}: ${message}` : message);
  process.exitCode = 1;
}
