import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { collections, datasets, random, tags, train } from "@trainyard/builder";
import type { Experiment, Instance, Split, TrainRun } from "@trainyard/core";
import { connect, TrainApi } from "@trainyard/core";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import { pythonApp, startLocalInstance } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeTestProject } from "./harness/write-test-project.ts";

const python = process.env.TRAINYARD_PYTHON ?? "";
const checkout = fileURLToPath(new URL("apps/small", import.meta.url));
const patience = { timeout: "100s", stall: "60s" } as const;
let dir: string;
let local: LocalInstance;
let instance: Instance;
let project: ImportedProject;
let first: Experiment;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-real-"));
  await writeTestProject(join(dir, "scenes"));
  const apps = [pythonApp({ dir: checkout, python })];
  local = await startLocalInstance({ dir: join(dir, "instance"), apps });
  instance = connect({ address: local.address, token: local.token });
  project = await local.importProject(join(dir, "scenes"));
}, 60_000);
afterAll(async () => {
  await local.close();
  await rm(dir, { recursive: true, force: true });
}, 30_000);

const chain = () =>
  train(instance).on("auto").project(project.id).model("Small/small-b").benchmark(false).tune({ epochs: 2 });
const finished = (run: TrainRun) => run.finished(patience);
async function trained(split: Split): Promise<{ run: TrainRun; experiment: Experiment; sizes: string }> {
  const run = await chain().split(split).start();
  const experiment = await finished(run);
  let sizes = "";
  for await (const { message } of await run.logs()) sizes = /^Trains on .*$/.exec(message)?.[0] ?? sizes;
  return { run, experiment, sizes };
}
const idsOf = (name: string) =>
  project.datasets.filter((dataset) => dataset.name === name).map(({ id }) => id);

describe("an app on the platform's own TrainApp, started by a chain", { timeout: 120_000 }, () => {
  it("trains to its experiment, with checkpoint, ONNX file and the model that was asked for", async () => {
    const run = await chain().split(random(75)).export("onnx").experiment("by chance").start();
    first = await finished(run);
    expect(first).toMatchObject({ name: "by chance", model: "small-b" });
    const files = join(dir, "instance", "team-files", "1");
    expect((await readFile(join(files, first.bestCheckpoint ?? ""))).byteLength).toBeGreaterThan(1000);
    const [onnx = ""] = Object.values(first.exports);
    expect((await readFile(join(files, onnx))).byteLength).toBeGreaterThan(1000);
  });

  it("splits by tags, by datasets and by collections as the chain says", async () => {
    const scenes = idsOf("scenes");
    const more = idsOf("more");
    expect((await trained(tags("train", "val"))).sizes).toBe("Trains on 18 images, validates on 6");
    expect((await trained(datasets(scenes, more))).sizes).toBe("Trains on 16 images, validates on 8");
    const images = (await imageIds(scenes[0] ?? 0)).slice(0, 10);
    const one = local.addCollection(project.id, "some", images.slice(0, 7)).id;
    const other = local.addCollection(project.id, "others", images.slice(7)).id;
    expect((await trained(collections([one], [other]))).sizes).toBe("Trains on 7 images, validates on 3");
  });

  it("goes on from its own checkpoint", async () => {
    const run = await chain()
      .model(first.bestCheckpoint ?? "")
      .start();
    expect((await finished(run)).bestCheckpoint).toMatch(/best\.pth$/);
  });

  it("opens again with an experiment's settings, and waits for a person", async () => {
    const run = await new TrainApi(instance).rerun({ taskId: first.taskId, agentId: 1 });
    await run.ready({ timeout: "60s" });
    await run.stop();
  });

  it("is started by the SDK's own client as well", async () => {
    const code = `
import os, supervisely as sly
from supervisely.api.nn.train_api import TrainApi
api = sly.Api(os.environ["SERVER_ADDRESS"], os.environ["API_TOKEN"])
task = TrainApi(api).run(project_id=int(os.environ["PROJECT"]), agent_id=1, model="Small/small-a", enable_benchmark=False, hyperparameters="epochs: 1\\nlearning_rate: 0.5\\nimage_size: 8\\n")
api.task.wait(task["taskId"] if isinstance(task, dict) else task, api.task.Status.FINISHED, wait_attempts=60, wait_attempt_timeout_sec=1)
print("trained", task["taskId"] if isinstance(task, dict) else task)
`;
    const env = {
      ...{ PATH: process.env.PATH, HOME: dir, SERVER_ADDRESS: local.address, API_TOKEN: local.token },
      ...{ PROJECT: String(project.id), TEAM_ID: "1", WORKSPACE_ID: "1" },
    };
    const { stdout } = await promisify(execFile)(python, ["-c", code], { env, timeout: 110_000 });
    expect(stdout).toContain("trained");
  });
});

async function imageIds(datasetId: number): Promise<readonly number[]> {
  const answer = await fetch(`${local.address}/public/api/v3/images.list`, {
    method: "POST",
    headers: { "x-api-key": local.token, "content-type": "application/json" },
    body: JSON.stringify({ datasetId }),
  });
  const { entities } = (await answer.json()) as { entities: readonly { id: number }[] };
  return entities.map(({ id }) => id);
}
