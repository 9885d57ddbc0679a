import { tags, train } from "@trainyard/builder";
import type { Experiment, Instance, TrainRun } from "@trainyard/core";
import { tasksInfo } from "@trainyard/core/endpoints";
import type { PlannedTraining, TrainPlan } from "@trainyard/core/plan";
import { trainingToGuiState } from "@trainyard/core/wire";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import type { Preset } from "@trainyard/presets";
import { deimEpochs, frameworks, listPresets } from "@trainyard/presets";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "../sample-world.ts";
import { startSampleWorld } from "../sample-world.ts";

let world: SampleWorld;
let local: LocalInstance;
let project: ImportedProject;
let instance: Instance;

beforeAll(async () => {
  world = await startSampleWorld(8);
  ({ local, project, instance } = world);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

/** The shortest training of each framework that keeps its rules. */
const shortest: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>> = {
  YOLO: { epochs: 1, warmup_epochs: 1 },
  "RT-DETRv2": { epoches: 1, "lr_scheduler.milestones": [1] },
  DEIM: deimEpochs(2),
  SparseInst: { n_iterations: 3, lr_decay_frequency: 3 },
  MaskDINO: { n_iterations: 3, lr_decay_frequency: 3 },
};

const chain = (preset: Preset) =>
  train(instance)
    .on(local.defaults.agentId)
    .project(project.id)
    // The preset names the model; this is for the compiler, which cannot see into it.
    .model("YOLO/YOLO26n-det")
    .use(preset.id)
    .split(tags("train", "val"));

/** The scenes hold boxes; on the platform, apps for masks would refuse these classes, and one crashes on exports. */
const boxesOnly = ["CLASS_SHAPE_UNUSABLE", "CLASS_HIDDEN", "EXPORT_OPTION_CRASHES"];

/** The plan of a training from scratch: every preset has one. */
function trainingOf({ training }: TrainPlan): PlannedTraining {
  if (!("model" in training)) throw new Error("The plan goes on with another training.");
  return training;
}

/** What a person's click on Start does, for apps that do not start by themselves; they stay up when they are done. */
async function pressStart(run: TrainRun, plan: TrainPlan): Promise<unknown> {
  await run.ready({ timeout: "60s" });
  const response = await fetch(`${local.address}/public/api/v3/tasks.request.direct`, {
    method: "POST",
    headers: { "x-api-key": local.token, "content-type": "application/json" },
    body: JSON.stringify({
      taskId: run.taskId,
      command: "train_from_api",
      timeout: 90,
      state: { app_state: trainingToGuiState(trainingOf(plan)), wait: true },
    }),
  });
  expect(await response.text()).toContain("model was successfully trained");
  const output = (await tasksInfo(instance, run.taskId))?.meta?.output;
  await run.stop();
  return output;
}

const rehearsed = listPresets().filter(({ id }) => !id.startsWith("mvd/"));

describe("every preset on an embedded instance", () => {
  it.concurrent.each(rehearsed)(
    "$id is planned as it is, and rehearsed to an experiment",
    async (preset) => {
      const plan = await chain(preset).plan({ ignore: boxesOnly });
      expect(trainingOf(plan).model).toEqual(preset.spec.model);
      const framework = frameworks.find(({ name }) => name === plan.app.framework);
      if (framework === undefined) throw new Error("The plan names no framework.");
      const short = chain(preset).tune(shortest[framework.name] ?? {});
      const run = await short.start({ ignore: boxesOnly });
      if (!framework.autostart) {
        const said = JSON.stringify(await pressStart(run, await short.plan({ ignore: boxesOnly })));
        expect(said).toContain(`"framework_name":"${framework.name}"`);
        expect(said).toContain("boxes around the objects");
        expect(said).toContain(framework.bestCheckpoint);
        return;
      }
      const experiment: Experiment = await run.finished({ timeout: "90s" });
      expect(experiment.framework).toBe(framework.name);
      expect(experiment.bestCheckpoint).toMatch(new RegExp(`/checkpoints/${framework.bestCheckpoint}$`));
      expect(Object.keys(experiment.exports)).toEqual(
        preset.spec.exports?.includes("onnx") ? ["ONNXRuntime"] : [],
      );
    },
    120_000,
  );

  it("refuses MVD in plain words: it trains on videos, and this project holds images", async () => {
    for (const preset of listPresets({ framework: "MVD" })) {
      const refusal = await chain(preset)
        .start()
        .then((run) => run.finished({ timeout: "60s" }))
        .then(String, String);
      expect(refusal).toMatch(/MVD.*videos/s);
    }
  }, 120_000);
});
