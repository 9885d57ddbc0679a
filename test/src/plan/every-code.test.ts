import { anyHyperparameters, anyModel, collections, datasets, random, tags, train } from "@trainyard/builder";
import type { Problem, TrainSpec } from "@trainyard/core";
import { checkSpec, isTrainyardError, parseModel } from "@trainyard/core";
import { problemCodes } from "@trainyard/core/errors";
import type { Lookups } from "@trainyard/core/plan";
import { formatProblem, planTrain } from "@trainyard/core/plan";
import type { FrameworkFacts } from "@trainyard/core/spec";
import { definePreset } from "@trainyard/presets";
import { describe, expect, it } from "vitest";
import { startDoubled } from "../runs/start-doubled.ts";
import { instanceOf, world } from "./world.ts";

const chain = (lookups: Partial<Lookups> = {}) =>
  train(instanceOf(lookups)).on(4).project(101).model("YOLO/YOLO26s-det").classes("kiwi");
type Chain = ReturnType<typeof chain>;

/** Every problem of a plan, whether it stops the start or not. */
async function planned(described: { plan: Chain["plan"] }): Promise<readonly Problem[]> {
  try {
    return (await (described as Chain).plan()).warnings;
  } catch (error) {
    return problemsIn(error);
  }
}
function problemsIn(error: unknown): readonly Problem[] {
  if (!isTrainyardError(error)) throw error;
  return (error.facts.problems as readonly Problem[] | undefined) ?? [];
}

const line = definePreset({
  id: "acme/line",
  version: "2.1.0",
  about: "Our lines.",
  spec: { benchmark: true },
  lock: ["benchmark"],
  rules: { agents: [4] },
});
const facts: FrameworkFacts = {
  name: "Old",
  app: "Train Old",
  release: "v1.0.0",
  models: [{ name: "m", task: "object detection", exports: [] }],
  hyperparameters: [],
  exports: [],
  autostart: false,
  projectType: "images",
  limits: ["its SDK is older than starts from code"],
};
const ruled: FrameworkFacts = {
  ...facts,
  hyperparameters: [
    { path: "epochs", kinds: ["int"], default: 50 },
    { path: "warmup", kinds: ["int"], default: 3 },
    { path: "mode", kinds: ["str"], default: "linear" },
  ],
  rules: [
    { kind: "at-most", path: "warmup", bound: "epochs", why: "The warm-up is part of the training." },
    {
      kind: "no-effect",
      keys: ["warmup"],
      path: "mode",
      is: "none",
      why: "Without a schedule nothing warms up.",
    },
    { kind: "together", path: "epochs", keys: ["warmup"], why: "The warm-up is not scaled along." },
  ],
};
const old: TrainSpec = { project: 101, agent: 4, model: parseModel("Old/m"), exports: ["onnx"] };
const oldWorld = (more: Partial<Lookups> = {}): Lookups => ({
  ...world,
  trainModules: async () => [{ id: 7, name: "Train Old", version: "v1.2.0", files: {} }],
  ...more,
});
const plannedOld = (lookups: Lookups) =>
  planTrain(old, lookups, { facts: () => facts, ignore: ["EXPORT_OPTION_CRASHES", "APP_LIMITED"] }).then(
    (plan) => plan.warnings,
    problemsIn,
  );
/** What a chain's schema refuses can still come from a file. */
const fromFile = (more: object) =>
  checkSpec(JSON.parse(JSON.stringify({ project: 101, model: parseModel("YOLO/YOLO26s-det"), ...more })));

/** For each code a training that has the problem. A new code without an entry here fails the test below. */
const triggers: Readonly<Record<string, () => Promise<readonly Problem[]> | readonly Problem[]>> = {
  SPEEDTEST_WITHOUT_BENCHMARK: () => chain().benchmark(false).speedtest().check(),
  SPLIT_PERCENT: () => fromFile({ split: { by: "random", percent: 120, side: "train" } }),
  SPLIT_SIDE_MISSING: () => fromFile({ split: { by: "datasets", train: [11], val: [] } }),
  SPLIT_OVERLAPS: () =>
    chain()
      .split(datasets([11, 12], [12]))
      .check(),
  SPLIT_LOPSIDED: () => chain().split(random(20)).check(),
  SPLIT_REPEATS: () =>
    chain()
      .split(datasets([11, 11], [12]))
      .check(),
  NAME_EMPTY: () => chain().experiment("").check(),
  NAME_HAS_SLASH: () => chain().experiment("night/1").check(),
  RETYPED_ON_THE_WAY: () => chain().experiment("12345").check(),
  HYPERPARAMETERS_EMPTY: () => chain().hyperparameters("").check(),
  HYPERPARAMETERS_TOO_LONG: () => chain().hyperparameters("# much\n".repeat(100_000)).check(),
  HYPERPARAMETERS_NOT_YAML: () => chain().hyperparameters("epochs: [1, 2").check(),
  HYPERPARAMETERS_NOT_MAPPING: () => chain().hyperparameters("epochs").check(),
  HYPERPARAMETERS_MISSING_KEYS: () => planned(chain().hyperparameters("epochs: 5\n")),
  HYPERPARAMETER_UNKNOWN: () =>
    chain()
      .tune(anyHyperparameters({ epoch: 5 }))
      .check(),
  HYPERPARAMETER_OVERWRITTEN: () => chain().tune({ device: "cpu" }).check(),
  HYPERPARAMETER_TYPE: () => chain().hyperparameters("epochs: five\n").check(),
  HYPERPARAMETER_CHOICE: () => chain().hyperparameters("optimizer: Adm\n").check(),
  HYPERPARAMETER_RANGE: () => chain().tune({ epochs: 0 }).check(),
  HYPERPARAMETER_ABOVE: () => checkSpec({ ...old, tune: { warmup: 9, epochs: 5 } }, { facts: ruled }),
  HYPERPARAMETER_NO_EFFECT: () => checkSpec({ ...old, tune: { warmup: 2, mode: "none" } }, { facts: ruled }),
  HYPERPARAMETERS_TOGETHER: () => checkSpec({ ...old, tune: { epochs: 5 } }, { facts: ruled }),
  YAML_SURPRISE: () => chain().hyperparameters("lr0: 1e-4\n").check(),
  FRAMEWORK_UNKNOWN: () => chain().model("YOLLO/YOLO26s-det").check(),
  MODEL_UNKNOWN: () => planned(chain().model(anyModel("YOLO/YOLO26s-dett"))),
  MODEL_CASE_DIFFERS: () => planned(chain().model(anyModel("YOLO/yolo26S-DET"))),
  CHECKPOINT_UNKNOWN: () => planned(chain().model({ taskId: 77, checkpoint: "bets.pt" })),
  EXPORT_UNSUPPORTED: () => checkSpec(old, { facts }),
  EXPORT_OPTION_CRASHES: () => checkSpec(old, { facts: { ...facts, limits: [] } }),
  APP_LIMITED: () => checkSpec(old, { facts }),
  NO_AUTOSTART: () => checkSpec(old, { facts }),
  TRAIN_APP_AMBIGUOUS: () =>
    planned(
      chain({
        trainModules: async (framework) => [
          ...(await world.trainModules(framework)),
          { id: 1009, name: "Train YOLO (fork)", files: {} },
        ],
      }),
    ),
  FACTS_OUTDATED: () =>
    planTrain({ ...old, exports: [] }, oldWorld(), {
      facts: () => ({ ...facts, exports: ["onnx", "tensorrt"], limits: [] }),
    }).then((plan) => plan.warnings),
  TAGS_SPLIT_UNSUPPORTED: () =>
    planTrain({ ...old, exports: [], split: tags("train", "val") }, oldWorld(), {
      facts: () => ({
        ...facts,
        release: "v1.2.0",
        sdk: "6.73.510",
        exports: ["onnx", "tensorrt"],
        limits: [],
      }),
    }).then((plan) => plan.warnings),
  PROJECT_TYPE_UNSUITABLE: () =>
    plannedOld(
      oldWorld({ project: async (id) => ({ ...(await world.project(id)), type: "videos", name: "Films" }) }),
    ),
  AGENT_UNKNOWN: () => planned(chain().on(4711)),
  AGENT_NOT_RUNNING: () => planned(chain().on(3)),
  AGENT_WITHOUT_GPU: () => planned(chain().on(1)),
  AGENT_MEMORY_LOW: () => planned(chain().on(6)),
  PROJECT_EMPTY: () =>
    planned(chain({ projectStats: async () => ({ images: 0, objects: {}, taggedImages: {} }) })),
  PROJECT_HAS_NO_CLASSES: () =>
    planned(chain({ projectMeta: async () => ({ classes: [], tags: [] }) }).allClasses()),
  CLASS_UNKNOWN: () => planned(chain().classes("Kiwi")),
  SHAPE_UNKNOWN: () =>
    planned(
      chain({
        projectMeta: async () => ({
          classes: [
            { title: "odd", shape: "blob" },
            { title: "kiwi", shape: "rectangle" },
          ],
          tags: [],
        }),
      }).allClasses(),
    ),
  CLASS_HIDDEN: () =>
    plannedOld(
      oldWorld({ projectMeta: async () => ({ classes: [{ title: "lemon", shape: "polygon" }], tags: [] }) }),
    ),
  CLASS_SHAPE_UNUSABLE: () => planned(chain().model("YOLO/YOLO26s-seg").classes("kiwi", "lemon")),
  CLASS_CONVERTED_ANYWAY: () => planned(chain().classes("lemon").convertClassShapes(false)),
  CLASS_WITHOUT_OBJECTS: () => planned(chain().classes("ghost")),
  TAG_UNKNOWN: () => planned(chain().split(tags("trian", "val"))),
  TAG_WITHOUT_IMAGES: () => planned(chain().split(tags("train", "unused", { untagged: "val" }))),
  DATASET_UNKNOWN: () => planned(chain().split(datasets([11], [4711]))),
  DATASET_EMPTY: () => planned(chain().split(datasets([11, 13], [12]))),
  DATASET_CHILDREN_LEFT_OUT: () => planned(chain().split(datasets([11], [12]))),
  COLLECTION_UNKNOWN: () => planned(chain().split(collections([51], [4711]))),
  COLLECTION_EMPTY: () => planned(chain().split(collections([51, 54], [52]))),
  LOCKED: () => planned(chain().use(line).benchmark(false)),
  LOCK_UNKNOWN: () =>
    chain()
      .use(definePreset({ id: "acme/typo", about: "A slip.", spec: {}, lock: ["tune.epocs"] }))
      .check(),
  RULE_BROKEN: () => planned(chain().use(line).on(12)),
  START_DUPLICATE_STOPPED: () => startDoubled({}),
  START_DUPLICATE_RUNS: () => startDoubled({ "tasks.stop": { status: 500, json: {} } }),
  START_UNCHECKED: () => startDoubled({ "tasks.list": { status: 500, json: {} } }),
  SPLIT_SIDE_EMPTY: () => planned(chain().split(tags("train", "unused"))),
};

describe("every problem's code", () => {
  it.each(Object.keys(problemCodes))("%s is found in a training that has it", async (code) => {
    const trigger = triggers[code];
    if (trigger === undefined) throw new Error(`No training here leads to ${code}.`);
    const problems = await trigger();
    const found = problems.find((problem) => problem.code === code);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(found?.message).toMatch(/^\S.*\.$/s);
    expect(found?.hint).toMatch(/\S.*[.?]$/s);
  });

  it("is told in one clear line", async () => {
    const lines: string[] = [];
    for (const [code, trigger] of Object.entries(triggers)) {
      const found = (await trigger()).find((problem) => problem.code === code);
      lines.push(found === undefined ? `${code}: not found` : `${found.severity} ${formatProblem(found)}`);
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("__snapshots__/messages.txt");
  });

  it("can be looked up: none is made up on the way", async () => {
    const all = await Promise.all(Object.values(triggers).map((trigger) => trigger()));
    const codes = new Set(all.flat().map((problem) => problem.code));
    expect([...codes].filter((code) => !(code in problemCodes))).toEqual([]);
  });
});

describe("what lets a start pass", () => {
  const overlapping = () => chain().split(collections([51], [53]));

  it("is to ignore a judgement by its code, which then stays as a warning", async () => {
    await expect(overlapping().plan()).rejects.toMatchObject({ facts: { problem: "SPLIT_OVERLAPS" } });
    const plan = await overlapping().plan({ ignore: ["SPLIT_OVERLAPS"] });
    expect(plan.warnings).toMatchObject([{ code: "SPLIT_OVERLAPS", severity: "warning" }]);
  });

  it("is not to ignore an impossibility, and the error says so", async () => {
    const unknown = chain().split(tags("trian", "val"));
    await expect(unknown.plan({ ignore: ["TAG_UNKNOWN"] })).rejects.toThrow("TAG_UNKNOWN cannot be ignored");
  });

  it("is not a slip in the code to ignore", async () => {
    await expect(overlapping().plan({ ignore: ["SPLIT_OVERLAP"] })).rejects.toThrow(
      'Did you mean "SPLIT_OVERLAPS"?',
    );
  });

  it("is not to ignore what only a start can find", async () => {
    const found = overlapping().plan({ ignore: ["START_UNCHECKED"] });
    await expect(found).rejects.toThrow('"START_UNCHECKED" is no problem\'s code');
  });

  it("is not a warning in a strict plan, unless it is ignored", async () => {
    const doubtful = chain().model(anyModel("YOLO/yolo26S-DET"));
    await expect(doubtful.plan({ strict: true })).rejects.toMatchObject({ code: "SPEC_INVALID" });
    const plan = await doubtful.plan({ strict: true, ignore: ["MODEL_CASE_DIFFERS"] });
    expect(plan.warnings).toMatchObject([{ code: "MODEL_CASE_DIFFERS" }]);
  });
});
