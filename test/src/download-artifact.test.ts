import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { train } from "@trainyard/builder";
import type { Experiment } from "@trainyard/core";
import { downloadArtifact } from "@trainyard/core/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let experiment: Experiment;
let dir: string;

beforeAll(async () => {
  world = await startSampleWorld(6);
  dir = await mkdtemp(join(tmpdir(), "trainyard-download-"));
  const run = await train(world.instance)
    .on("auto")
    .project(world.project.id)
    .model("YOLO/YOLO26n-det")
    .tune({ epochs: 1 })
    .benchmark(false)
    .export("onnx")
    .start();
  experiment = await run.finished({ timeout: "60s" });
}, 90_000);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(dir, { recursive: true, force: true });
});

describe("an artifact of an experiment", () => {
  it("is written whole, by its short name, its file's name or its path, with its progress", async () => {
    const told: (readonly [number, number | undefined])[] = [];
    const onnx = await downloadArtifact(world.instance, experiment, "onnx", `${dir}/models/`, {
      onProgress: (done, total) => told.push([done, total]),
    });
    expect(onnx).toBe(join(dir, "models", "best.onnx"));
    const bytes = await readFile(onnx);
    expect(told.at(-1)).toEqual([bytes.length, bytes.length]);
    const best = await downloadArtifact(world.instance, experiment, "best", join(dir, "mine.pt"));
    const same = await downloadArtifact(world.instance, experiment, "best.pt", join(dir, "again.pt"));
    expect(await readFile(best)).toEqual(await readFile(same));
    await downloadArtifact(
      world.instance,
      experiment,
      `${experiment.artifactsDir}/hyperparameters.yaml`,
      dir,
    );
    expect(await readFile(join(dir, "hyperparameters.yaml"), "utf8")).toContain("epochs: 1");
  });

  it("that there is not is told with those that there are, and nothing is left on disk", async () => {
    const into = join(dir, "none");
    const get = (what: string, signal?: AbortSignal) =>
      downloadArtifact(world.instance, experiment, what, `${into}/`, signal === undefined ? {} : { signal });
    await expect(get("tensorrt")).rejects.toThrow("It has best, ONNXRuntime, best.pt");
    await expect(get("/etc/passwd")).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(get(`${experiment.artifactsDir}/gone.txt`)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(get("best", AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
    expect(await readdir(into).catch(() => [])).toEqual([]);
  });
});
