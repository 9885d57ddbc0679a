import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { TrainAppDefinition } from "@trainyard/app";
import { appHandler, defineTrainApp, TrainSession } from "@trainyard/app";
import { random, train } from "@trainyard/builder";
import type { Instance } from "@trainyard/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleWorld, startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let taskId: number;
let count = 0;
beforeAll(async () => {
  world = await startSampleWorld(4);
  // A task whose app waits: what the sessions here write into stands under it.
  const chain = train(world.instance).on("auto").project(world.project.id).model("YOLO/YOLO26n-det");
  taskId = (await chain.split(random(50)).autostart(false).start()).taskId;
});
afterAll(() => world[Symbol.asyncDispose]());

const checkpoint = async (outputDir: string) => {
  await mkdir(join(outputDir, "checkpoints"), { recursive: true });
  await writeFile(join(outputDir, "checkpoints", "best.pt"), "weights");
  return { checkpoints: ["best.pt"], best: "best.pt", metrics: {} };
};
const session = (more: Partial<TrainAppDefinition>, instance: Instance = world.instance) =>
  new TrainSession({
    app: defineTrainApp({
      framework: "Mean",
      models: [{ name: "Mean-1", task: "object detection" }],
      hyperparameters: "epochs: 3\n",
      exports: [],
      autostart: true,
      train: ({ outputDir }) => checkpoint(outputDir),
      ...more,
    }),
    ...{ instance, taskId, projectId: world.project.id, now: () => new Date() },
    workDir: join(world.dir, `work-${++count}`),
  });
const until = async (holds: () => boolean) => {
  for (let at = 0; at < 400 && !holds(); at++) await pause(25);
  expect(holds()).toBe(true);
};
const appState = {
  model: { source: "Pretrained models", model_name: "Mean-1" },
  classes: ["car"],
  train_val_split: { method: "random", split: "train", percent: 50 },
};

describe("a session and its page", () => {
  it("is filled in by /train_from_api, which answers at the end or at once", async () => {
    const one = session({});
    const page = await one.page();
    const ask = (wait: boolean) =>
      appHandler(one).request("/train_from_api", {
        method: "POST",
        body: JSON.stringify({ state: { app_state: appState, wait } }),
      });
    expect(await (await ask(true)).json()).toEqual({ result: "model was successfully trained" });
    expect(page.state.form).toMatchObject({ classes: ["car"], model: { name: "Mean-1" } });
    expect(page.state.run).toMatchObject({ phase: "finished", result: { best: "best.pt" } });
    expect(await (await ask(false)).json()).toEqual({ result: "model training started" });
    await until(() => page.state.run.phase === "finished");
  });

  it("plans what its page shows: who said what, and what would stop it, at its step", async () => {
    const one = session({});
    const page = await one.page();
    await one.load({ ...appState, hyperparameters: "epochs: 5\n" });
    page.act({ type: "edit", form: { experimentName: "by hand" } });
    const { rows, problems, state } = await one.plan();
    const row = (wanted: string) => rows.find(({ name }) => name.trim() === wanted);
    expect(row("classes")).toEqual({ name: "classes", value: "car", origin: "set from code" });
    expect(row("epochs")).toMatchObject({ value: "5 (3 in the app's file)", origin: "set from code" });
    expect(row("experiment")).toMatchObject({ value: "by hand", origin: "this page" });
    expect(row("benchmark")).toMatchObject({ value: "on", origin: "default" });
    expect(row("agent")?.value).toContain("the app runs there");
    expect(problems.filter(({ tone }) => tone === "bad")).toEqual([]);
    expect(JSON.parse(state)).toMatchObject({ experiment_name: "by hand", classes: ["car"] });

    page.act({ type: "change", step: 1 });
    page.act({
      type: "edit",
      form: { model: { from: "experiment", framework: "Mean", taskId, checkpoint: "gone.pt" } },
    });
    expect((await one.plan()).problems).toMatchObject([{ tone: "bad", step: 1 }]);
  });

  it("calls the hook of each stage, with the device that was chosen", async () => {
    const seen: string[] = [];
    const hook = (name: string) => () => void seen.push(name);
    const one = session({
      devices: ["cpu", "cuda:0"],
      hooks: { prepare: hook("prepare"), train: hook("train"), finalize: hook("finalize") },
      train: ({ settings, outputDir }) => {
        seen.push(settings.device ?? "none");
        return checkpoint(outputDir);
      },
    });
    const page = await one.page();
    for (let step = 0; step < 7; step++) page.act({ type: "select" });
    page.act({ type: "edit", form: { device: "cuda:0" } });
    await one.startFromPage();
    await until(() => page.state.run.phase === "finished");
    expect(seen).toEqual(["prepare", "train", "cuda:0", "finalize"]);
  });

  it("keeps what a stopped trainer has, and nothing when it is stopped twice", async () => {
    const one = session({
      train: async ({ stopping, outputDir }) => {
        while (!stopping.aborted) await pause(5);
        return checkpoint(outputDir);
      },
    });
    const page = await one.page();
    for (let step = 0; step < 7; step++) page.act({ type: "select" });
    await one.startFromPage();
    await until(() => page.state.run.status.includes("in progress"));
    one.stopTraining();
    await until(() => page.state.run.phase === "finished");
    expect(page.state.run.result?.best).toBe("best.pt");

    const stubborn = session({
      train: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    const other = await stubborn.page();
    await stubborn.startFromPage();
    await until(() => other.state.run.status.includes("in progress"));
    stubborn.stopTraining();
    expect(other.state.run.phase).toBe("stopping");
    stubborn.stopTraining();
    await until(() => other.state.run.phase === "stopped");
  });

  it("does not begin a trainer that was stopped twice just before: it would listen in vain", async () => {
    let began = false;
    const one = session({
      hooks: {
        train: () => {
          one.stopTraining();
          one.stopTraining();
        },
      },
      train: async () => {
        began = true;
        return { checkpoints: [], best: "", metrics: {} };
      },
    });
    const page = await one.page();
    await one.startFromPage();
    await until(() => page.state.run.phase === "stopped");
    expect(began).toBe(false);
  });

  it("resumes an upload that failed", async () => {
    let fails = true;
    const one = session({
      hooks: {
        finalize: () => {
          if (fails) throw new Error("Team Files are full.");
        },
      },
    });
    const page = await one.page();
    await one.startFromPage();
    await until(() => page.state.run.phase === "failed");
    expect(page.state.run).toMatchObject({
      canResume: true,
      status: expect.stringContaining("Team Files are full"),
    });
    fails = false;
    one.resumeUpload();
    await until(() => page.state.run.phase === "finished");
    expect(page.state.run.result?.checkpoints).toEqual(["checkpoints/best.pt"]);
  });

  it("refuses what is locked, in words", async () => {
    const page = await session({}).page();
    expect(() => page.act({ type: "edit", form: { classes: [] } })).toThrow(
      "is locked: select the step before it",
    );
    page.act({ type: "select" });
    expect(() => page.act({ type: "edit", form: { cacheProject: false } })).toThrow("press Change first");
    page.act({ type: "select" });
    page.act({ type: "edit", form: { classes: [] } });
    expect(() => page.act({ type: "select" })).toThrow("Please select at least one class");
    page.act({ type: "undo" });
    expect(page.state.form.classes).not.toEqual([]);
  });
});
