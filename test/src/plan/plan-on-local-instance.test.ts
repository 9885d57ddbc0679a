import { join } from "node:path";
import { anyModel, collections, datasets, random, tags, train } from "@trainyard/builder";
import type { Instance } from "@trainyard/core";
import { attach, connect, isTrainyardError } from "@trainyard/core";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "../sample-world.ts";
import { startSampleWorld } from "../sample-world.ts";
import { measureRounds } from "./measure-rounds.ts";

let world: SampleWorld;
let local: LocalInstance;
let project: ImportedProject;
let instance: Instance;

beforeAll(async () => {
  world = await startSampleWorld(20);
  ({ local, project, instance } = world);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const chain = (at = instance) =>
  train(at).on(local.defaults.agentId).project(project.id).model("YOLO/YOLO26s-det");
const codes = (promise: Promise<{ warnings: readonly { code: string }[] }>) =>
  promise.then(
    ({ warnings }) => warnings.map(({ code }) => code),
    (error: unknown) => {
      if (!isTrainyardError(error)) throw error;
      const { problems = [] } = error.facts as { problems?: readonly { code: string }[] };
      return problems.length === 0 ? [error.code] : problems.map(({ code }) => code);
    },
  );

describe("plan() on an embedded instance", () => {
  it("is clean for a clean training, and leaves nothing unchecked", async () => {
    const plan = await chain().split(tags("train", "val")).plan({ strict: true });
    expect(plan.warnings).toEqual([]);
    expect(plan.details.notChecked).toEqual([]);
    expect(plan.details.images).toMatchObject({ total: 20, ignored: 0 });
    expect(plan.app.version).toMatch(/^v\d/);
  });

  it("looks up a project and an agent by their names, and says what there is where a name says nothing", async () => {
    const named = (project: string, agent: string) =>
      train(instance).on(agent).project(project).model("YOLO/YOLO26s-det").plan();
    const plan = await named(project.name, "local");
    expect(plan).toMatchObject({ project: { id: project.id }, agent: { id: local.defaults.agentId } });
    expect(plan.hash).toBe((await chain().plan()).hash);
    await expect(named("scnes", "local")).rejects.toThrow('There is no project named "scnes".');
    await expect(named(project.name, "locla")).rejects.toThrow('Did you mean "local"?');
    const twin = await local.importProject(join(world.dir, "scenes"), { name: "twins" });
    const other = await local.importProject(join(world.dir, "scenes"), { name: "twins" });
    await expect(named("twins", "auto")).rejects.toThrow(
      `Several projects are named "twins": ${twin.id} (workspace 1), ${other.id} (workspace 1).`,
    );
  });

  it("finds what the data cannot give", async () => {
    const dataset = project.datasets[0]?.id ?? 0;
    const [one, two, none] = [
      local.addCollection(project.id, "one", [1, 2, 3]),
      local.addCollection(project.id, "two", [3, 4]),
      local.addCollection(project.id, "none", []),
    ];
    const found = {
      overlap: await codes(
        chain()
          .split(collections([one.id], [two.id]))
          .plan(),
      ),
      empty: await codes(
        chain()
          .split(collections([one.id], [none.id]))
          .plan(),
      ),
      dataset: await codes(
        chain()
          .split(datasets([dataset], [4711]))
          .plan(),
      ),
      lopsided: await codes(chain().split(random(10)).plan()),
      agent: await codes(chain().on(4711).plan()),
      model: await codes(chain().model(anyModel("YOLO/yolo26S-det")).plan()),
      shape: await codes(chain().model("YOLO/YOLO26n-seg").plan()),
    };
    expect(found).toEqual({
      overlap: ["SPLIT_OVERLAPS"],
      empty: ["SPLIT_SIDE_EMPTY"],
      dataset: ["DATASET_UNKNOWN"],
      lopsided: ["SPLIT_LOPSIDED"],
      agent: ["AGENT_UNKNOWN"],
      model: ["MODEL_CASE_DIFFERS"],
      shape: ["CLASS_SHAPE_UNUSABLE"],
    });
  });

  it("starts what it planned, and the run used what was asked", async () => {
    const plan = await chain().split(random(80)).tune({ epochs: 2, warmup_epochs: 1 }).export("onnx").plan();
    const run = await plan.start();
    await run.finished({ timeout: "60s" });
    expect(await attach(instance, run.ref).drift()).toEqual({ drift: [], notChecked: [] });
  }, 60_000);

  it("asks for no experiment before there is one", async () => {
    const run = await chain().autostart(false).start();
    await expect(run.drift()).rejects.toMatchObject({ code: "EXPERIMENT_NOT_FOUND" });
    await run.stop();
  }, 60_000);
});

describe("the sequential round trips of a start", () => {
  const rounds = async (start: (at: Instance) => Promise<unknown>, warmUp = false) => {
    const meter = measureRounds(30);
    const at = connect({ address: local.address, token: local.token, runtime: { fetch: meter.fetch } });
    if (warmUp) await chain(at).plan();
    meter.reset();
    await start(at);
    // What a start looks up after its write is no part of getting there.
    return meter.roundOf("tasks.run.app") || meter.rounds();
  };

  it("are two when the app's files were read before: the look-ups, and the write", async () => {
    expect(await rounds((at) => chain(at).split(tags("train", "val")).autostart(false).start(), true)).toBe(
      2,
    );
    expect(await rounds((at) => chain(at).on("auto").autostart(false).start(), true)).toBe(2);
  }, 60_000);

  it("are three the first time, when the app's files are read too", async () => {
    expect(await rounds((at) => chain(at).autostart(false).start())).toBe(3);
    expect(await rounds((at) => chain(at).on("auto").tune({ epochs: 5 }).autostart(false).start())).toBe(3);
  }, 60_000);

  it("are one for a plan when warm, whatever the split", async () => {
    const dataset = project.datasets[0]?.id ?? 0;
    const splits = [tags("train", "val"), random(70), datasets([dataset], [dataset])];
    for (const split of splits) {
      const plan = (at: Instance) =>
        chain(at)
          .split(split)
          .plan({ ignore: ["SPLIT_OVERLAPS"] });
      expect(await rounds(plan, true)).toBe(1);
    }
  }, 60_000);

  it("are shared by plans that are made at once", async () => {
    const meter = measureRounds(30);
    const at = connect({ address: local.address, token: local.token, runtime: { fetch: meter.fetch } });
    await chain(at).plan();
    meter.reset();
    await chain(at).plan();
    const alone = meter.requests();
    meter.reset();
    await Promise.all([10, 20, 30, 40].map((epochs) => chain(at).tune({ epochs }).plan()));
    expect([meter.requests(), meter.rounds()]).toEqual([alone, 1]);
  }, 60_000);
});
