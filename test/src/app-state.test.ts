import type { Selectors } from "@trainyard/app";
import { defineTrainApp, TrainSession } from "@trainyard/app";
import { train } from "@trainyard/builder";
import type { Instance } from "@trainyard/core";
import { projectsMeta } from "@trainyard/core/endpoints";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let local: LocalInstance;
let project: ImportedProject;
let instance: Instance;

beforeAll(async () => {
  world = await startSampleWorld(12);
  ({ local, project, instance } = world);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const chain = () => train(instance).on(local.defaults.agentId).project(project.id).model("YOLO/YOLO26s-det");

it("a training whose hyperparameters are too large for an environment gets them all the same", async () => {
  const text = `# ${"ü".repeat(40_000)}\nepochs: 1\nbatch: 4\nseed: 3\n`;
  const run = await chain().hyperparameters(text).start();
  const experiment = await run.finished({ timeout: "60s" });
  expect(experiment.taskId).toBe(run.taskId);
}, 60_000);

describe("a session of a training app", () => {
  const session = (taskId: number, selectors: Selectors) =>
    new TrainSession({
      app: defineTrainApp({
        framework: "F",
        models: [{ name: "F-s", task: "object detection" }],
        hyperparameters: "epochs: 1\n",
        exports: [],
        selectors,
        autostart: true,
        train: async () => ({ checkpoints: [], best: "", metrics: {} }),
      }),
      instance,
      taskId,
      projectId: project.id,
      workDir: world.dir,
      now: () => new Date(),
    });
  const state = {
    model: { source: "Pretrained models", model_name: "F-s" },
    train_val_split: { method: "random", split: "train", percent: 80 },
  };

  it("takes a JSON text, and says in the log which it left out", async () => {
    const run = await chain().autostart(false).start();
    const meta = await projectsMeta(instance, project.id);
    const all = meta.classes.map(({ title }) => title);
    const text = JSON.stringify({ ...state, classes: ["car", "unicorn"] });
    const { settings, ready } = await session(run.taskId, {}).load(text);
    expect({ classes: settings.classes, ready }).toEqual({ classes: ["car"], ready: true });
    expect((await run.logs()).map(({ message }) => message)).toContain(
      'The project has no class "unicorn": it is left out.',
    );

    const withoutSelector = await session(run.taskId, { classes: false }).load(state);
    expect(withoutSelector.settings.classes).toEqual(all);
    await expect(session(run.taskId, { tags: true }).load({ ...state, classes: [] })).rejects.toThrow(
      "Missing required key in app_state: tags",
    );
    const tagged = { ...state, classes: ["car"], tags: ["val"] };
    expect((await session(run.taskId, { tags: true }).load(tagged)).settings.tags).toEqual(["val"]);
    await run.stop();
  }, 30_000);
});
