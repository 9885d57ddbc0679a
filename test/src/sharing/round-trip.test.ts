import { tags, train } from "@trainyard/builder";
import type { Plan } from "@trainyard/core";
import { presetFromExperiment } from "@trainyard/presets/sharing";
import { expect, it } from "vitest";
import { startSampleWorld } from "../sample-world.ts";

const stateOf = (plan: Plan) => {
  const { state } = plan.request.params;
  return "guiState" in state ? state.guiState : undefined;
};

it("a preset made from an experiment, or from the chain that started it, asks for the same training again", async () => {
  await using world = await startSampleWorld(8);
  const { local, instance } = world;
  const { id, classes } = world.project;
  const chain = train(instance)
    .on(local.defaults.agentId)
    .project(id)
    .use("yolo/smoke")
    .classes(classes[1] ?? "")
    .split(tags("train", "val", { untagged: "ignore" }))
    .tune({ epochs: 1 })
    .convertClassShapes(false)
    .benchmark()
    .cache(false)
    .export("onnx");
  const asked = stateOf(await chain.plan());
  const experiment = await (await chain.start()).finished({ timeout: "60s" });

  const preset = await presetFromExperiment(instance, experiment, { id: "acme/again", version: "1.0.0" });
  const again = train(instance).on(local.defaults.agentId).use(preset);
  expect(stateOf(await again.project(id).plan())).toEqual(asked);
  expect(preset.about).toContain(experiment.name);

  const kept = train(instance).project(id).model("YOLO/YOLO26x-det").use(chain.toPreset("acme/kept"));
  expect(stateOf(await kept.on("auto").plan())).toEqual(asked);
}, 60_000);
