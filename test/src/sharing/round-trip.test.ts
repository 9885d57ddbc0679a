import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tags, train } from "@trainyard/builder";
import type { Plan } from "@trainyard/core";
import { connect } from "@trainyard/core";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";
import { presetFromExperiment } from "@trainyard/presets";
import { expect, it } from "vitest";

const stateOf = (plan: Plan) => {
  const { state } = plan.request.params;
  return "guiState" in state ? state.guiState : undefined;
};

it("a preset made from an experiment, or from the chain that started it, asks for the same training again", async () => {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-round-trip-"));
  const local = await startLocalInstance({ dir: join(dir, "instance") });
  try {
    await writeSampleProject(join(dir, "scenes"), { images: 8 });
    const { id, classes } = await local.importProject(join(dir, "scenes"));
    const instance = connect({ address: local.address, token: local.token });
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
  } finally {
    await local.close();
    await rm(dir, { recursive: true, force: true });
  }
}, 60_000);
