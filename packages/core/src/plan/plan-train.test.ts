import { describe, expect, it } from "vitest";
import { TrainyardError } from "../errors/trainyard-error.ts";
import { parseModel } from "../spec/parse-model.ts";
import type { Problem } from "../spec/problem.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { planTrain } from "./plan-train.ts";
import type { Agent } from "./terms/facts.ts";
import type { Lookups } from "./terms/lookups.ts";

const gib = 2 ** 30;
const agents: readonly Agent[] = [
  { id: 1, name: "no GPU", type: "sly_agent" },
  { id: 2, name: "small", type: "sly_agent", freeMemory: [4 * gib, 90 * gib] },
  { id: 3, name: "none left to name", type: "sly_agent", freeMemory: [] },
  { id: 4, name: "large", type: "sly_agent", freeMemory: [20 * gib] },
  { id: 5, name: "cluster", type: "kubernetes" },
];
const files: Readonly<Record<string, string>> = {
  "models.json": JSON.stringify([{ meta: { model_name: "YOLO26n-det" } }, { model_name: "YOLO26s-det" }]),
  "hyperparameters.yaml": "epochs: 100 # passes\nbatch: 16\n",
};
const experiment = {
  taskId: 77,
  projectId: 101,
  framework: "YOLO",
  modelName: "YOLO26n-det",
  artifactsDir: "/experiments/101_Fruit/77_YOLO",
};

/** A world in memory with one project, one training app and five agents. */
const world: Lookups = {
  teams: async () => [{ id: 9, name: "ours" }],
  project: async (id) => ({ id, name: "Fruit", teamId: 9, workspaceId: 58 }),
  projectMeta: async () => ({
    classes: ["kiwi", "lemon", "plum"].map((title) => ({ title, shape: "rectangle" })),
    tags: [{ name: "train" }, { name: "val" }],
  }),
  trainModules: async (framework) =>
    framework === "YOLO"
      ? [
          {
            id: 1001,
            name: "Train YOLO",
            files: { models: "models.json", hyperparams: "hyperparameters.yaml" },
          },
        ]
      : [],
  agents: async () => agents,
  datasets: async () => [
    { id: 11, name: "north" },
    { id: 12, name: "south" },
  ],
  collections: async () => [],
  fileExists: async () => true,
  experimentAt: async () => experiment,
  experimentOfTask: async () => experiment,
  appFile: async (_, path) => files[path] ?? "",
};
const spec: TrainSpec = { project: 101, model: parseModel("YOLO/YOLO26s-det") };
const plan = (more: TrainSpec = {}, lookups = world) => planTrain({ ...spec, ...more }, lookups);
const problems = async (more: TrainSpec): Promise<unknown> => {
  const error: unknown = await plan(more).catch((caught: unknown) => caught);
  return error instanceof TrainyardError ? error.facts.problems : error;
};

describe("planTrain()", () => {
  it("fills in everything that the spec leaves open, and is frozen", async () => {
    const planned = await plan();
    const { details, ...decided } = planned;
    expect(decided).toEqual({
      project: { id: 101, name: "Fruit", workspaceId: 58 },
      agent: {
        id: 4,
        name: "large",
        reason: "most free GPU memory (20.0 GiB) of 2",
        others: [
          "no GPU (1, no GPU)",
          "small (2, 4.0 GiB + 90.0 GiB free)",
          "none left to name (3, no GPU)",
          "cluster (5, Kubernetes)",
        ],
      },
      app: { moduleId: 1001, name: "Train YOLO", framework: "YOLO" },
      training: {
        model: { from: "pretrained", framework: "YOLO", name: "YOLO26s-det" },
        classes: ["kiwi", "lemon", "plum"],
        split: { by: "random", percent: 80, side: "train" },
        hyperparameters: null,
        convertClassShapes: true,
        benchmark: true,
        speedtest: false,
        cacheProject: true,
        exports: [],
        experimentName: null,
        autostart: true,
      },
      task: {},
      warnings: [],
    });
    expect(details?.hyperparameters).toBe(files["hyperparameters.yaml"]);
    expect(Object.isFrozen(planned.training) && Object.isFrozen(details?.origins)).toBe(true);
  });

  it.each(["YOLO26n-det", "yolo26S-DET"])(
    "finds the model %s in the app's own list, wherever a row names it",
    async (name) => {
      expect((await plan({ model: parseModel(`YOLO/${name}`) })).training).toMatchObject({ model: { name } });
    },
  );

  it("puts the classes into the project's order", async () => {
    const { training } = await plan({ classes: ["plum", "kiwi"] });
    expect(training).toMatchObject({ classes: ["kiwi", "plum"] });
  });

  it.each<[string, TrainSpec, Partial<Problem>]>([
    [
      "a model",
      { model: parseModel("YOLO/YOLO26s-dett") },
      { code: "MODEL_UNKNOWN", path: "model", hint: 'Did you mean "YOLO26s-det"?' },
    ],
    ["every class", { classes: ["pear"] }, { code: "CLASS_UNKNOWN", path: "classes", value: "pear" }],
    [
      "a class in other letters",
      { classes: ["kiwi", "Lemon"] },
      { code: "CLASS_UNKNOWN", hint: 'Did you mean "lemon"?' },
    ],
    [
      "a tag",
      { split: { by: "tags", train: "train", val: "vall", untagged: "train" } },
      { code: "TAG_UNKNOWN", path: "split.val", hint: 'Did you mean "val"?' },
    ],
    [
      "a dataset",
      { split: { by: "datasets", train: [11], val: [99] } },
      { code: "DATASET_UNKNOWN", path: "split.val", hint: "It has: 11 (north), 12 (south)." },
    ],
    [
      "a collection",
      { split: { by: "collections", train: [12], val: [13] } },
      { code: "COLLECTION_UNKNOWN", path: "split.train", hint: "It has no collections." },
    ],
  ])("refuses %s that is not there, and says what is", async (_, more, expected) => {
    expect(await problems(more)).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  });

  it("tells every problem at once", async () => {
    const found = await problems({
      model: parseModel("YOLO/nothing"),
      classes: ["pear"],
      split: { by: "datasets", train: [98], val: [99] },
    });
    expect(found).toMatchObject([
      { code: "MODEL_UNKNOWN" },
      { code: "CLASS_UNKNOWN" },
      { code: "DATASET_UNKNOWN", value: 98 },
      { code: "DATASET_UNKNOWN", value: 99 },
    ]);
  });

  it("only warns of an unknown class while others remain", async () => {
    const { training, warnings } = await plan({ classes: ["kiwi", "pear"] });
    expect(training).toMatchObject({ classes: ["kiwi"] });
    expect(warnings).toMatchObject([{ code: "CLASS_UNKNOWN", severity: "warning" }]);
  });

  it("takes the agent that is named, asking nobody", async () => {
    const lookups: Lookups = { ...world, agents: () => Promise.reject(new Error("was asked")) };
    expect((await plan({ agent: 42 }, lookups)).agent.id).toBe(42);
  });

  it("falls back to a Kubernetes agent, and says whom it passed over when nobody is left", async () => {
    const only = (...ids: number[]): Lookups => ({
      ...world,
      agents: async () => agents.filter(({ id }) => ids.includes(id)),
    });
    expect((await plan({ agent: "auto" }, only(1, 3, 5))).agent.id).toBe(5);
    await expect(plan({}, only(1))).rejects.toThrow("no GPU (1, sly_agent, no usable GPU)");
  });

  it("lets nothing decide that was asked ahead of knowing: another team's agents and files may be forbidden", async () => {
    const forbidden = () =>
      Promise.reject(new TrainyardError("FORBIDDEN", "agents.available answered 403: no."));
    const guessing: Lookups = {
      ...world,
      teamId: 5,
      agents: (teamId) => (teamId === 9 ? world.agents(9) : forbidden()),
      fileExists: (teamId, path) => (teamId === 9 ? world.fileExists(9, path) : forbidden()),
      teams: async () => [
        { id: 5, name: "theirs" },
        { id: 6, name: "closed" },
        { id: 9, name: "ours" },
      ],
    };
    expect((await plan({ agent: "auto" }, guessing)).agent.id).toBe(4);
    const model = parseModel("/experiments/101_Fruit/77_YOLO/checkpoints/best.pt");
    expect((await plan({ agent: 4, model }, guessing)).training).toMatchObject({ model: { taskId: 77 } });
    const nowhere = {
      ...guessing,
      fileExists: (teamId: number) => (teamId === 9 ? Promise.resolve(false) : forbidden()),
    };
    await expect(plan({ agent: 4, model }, nowhere)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("says of an agent of an unknown type that its type is unknown, and not that it has no GPU", async () => {
    const podman: Agent = { id: 8, name: "box", type: "podman", freeMemory: [9 * gib] };
    const only: Lookups = { ...world, agents: async () => [podman] };
    await expect(plan({}, only)).rejects.toThrow(
      'box (8, of the unknown type "podman", 9.0 GiB free: name it to train there)',
    );
  });

  it("sets tuned values in the app's own file, and in a text that is given", async () => {
    expect((await plan({ tune: { epochs: 5 } })).training).toMatchObject({
      hyperparameters: "epochs: 5 # passes\nbatch: 16\n",
    });
    const given = { hyperparameters: "batch: 2\n", tune: { epochs: 5 } };
    expect((await plan(given)).training).toMatchObject({ hyperparameters: "batch: 2\nepochs: 5\n" });
  });

  it("sends a text without tuning byte for byte", async () => {
    const hyperparameters = "epochs:   7   # mine\n\n";
    expect((await plan({ hyperparameters })).training).toMatchObject({ hyperparameters });
  });

  it("finds the task that trained a checkpoint, and refuses an exported model", async () => {
    const folder = `${experiment.artifactsDir}/checkpoints`;
    expect((await plan({ model: parseModel(`${folder}/best.pt`) })).training).toMatchObject({
      model: { from: "experiment", framework: "YOLO", taskId: 77, checkpoint: "best.pt" },
    });
    await expect(plan({ model: parseModel(`${folder}/best.onnx`) })).rejects.toMatchObject({
      code: "CHECKPOINT_UNUSABLE",
      message: expect.stringContaining("is an exported model"),
    });
  });

  it("says that the framework has no training app", async () => {
    await expect(plan({ model: parseModel("YOLLO/YOLO26s-det") })).rejects.toMatchObject({
      code: "TRAIN_APP_NOT_FOUND",
    });
  });

  it("asks the instance nothing while the spec is wrong in itself", async () => {
    const lookups: Lookups = { ...world, teams: () => Promise.reject(new Error("was asked")) };
    await expect(planTrain({}, lookups)).rejects.toMatchObject({
      code: "SPEC_INVALID",
      facts: { problems: [{ path: "project" }, { path: "model" }] },
    });
  });
});
