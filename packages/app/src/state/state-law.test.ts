import type { TrainSpec } from "@trainyard/core";
import { isTrainyardError } from "@trainyard/core";
import type { Lookups } from "@trainyard/core/plan";
import { planTrain, retypedByPython } from "@trainyard/core/plan";
import { guiStateToTraining, startBody, trainingToSpec } from "@trainyard/core/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readState } from "./read-state.ts";
import { validateState } from "./validate-state.ts";

const text = fc
  .string({ unit: "binary", minLength: 1 })
  .filter((name) => retypedByPython(name).as === "text" && !/[\\/]/.test(name) && name.trim() !== "");
const names = fc.uniqueArray(text, { minLength: 2, maxLength: 5 });
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 6 });
const half = <T>(values: readonly T[]): [T[], T[]] => [
  values.slice(0, values.length >> 1),
  values.slice(values.length >> 1),
];

/** What a project has; specs refer to it. */
const project = fc.record({ classes: names, tags: names, datasets: ids, collections: ids });
type Project = typeof project extends fc.Arbitrary<infer T> ? T : never;

const lookups = (has: Project): Lookups => ({
  teams: async () => [{ id: 9, name: "ours" }],
  project: async (id) => ({ id, name: "Fruit", teamId: 9, workspaceId: 58 }),
  projectMeta: async () => ({
    classes: has.classes.map((title) => ({ title, shape: "rectangle" })),
    tags: has.tags.map((name) => ({ name })),
  }),
  trainModules: async () => [
    { id: 1001, name: "Train F", files: { hyperparams: "h.yaml", app_options: "o.yaml" } },
  ],
  agents: async () => [{ id: 4, name: "large", type: "sly_agent", freeMemory: [2 ** 34] }],
  datasets: async () => has.datasets.map((id) => ({ id, name: `dataset ${id}` })),
  collections: async () => has.collections.map((id) => ({ id, name: `collection ${id}` })),
  fileExists: async () => true,
  experimentAt: async () => ({ ...experiment, taskId: 77 }),
  experimentOfTask: async (taskId) => ({ ...experiment, taskId }),
  appFile: async (_, path) =>
    path === "h.yaml"
      ? "epochs: 100 # passes\n"
      : "export_onnx_supported: true\nexport_tensorrt_supported: true\n",
});
const experiment = {
  projectId: 101,
  framework: "F",
  modelName: "F-s",
  artifactsDir: "/experiments/1_a/77_F",
};

const yaml = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }).map((values) => {
  const lines = Object.entries(values).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `# ünïcode ✓\n${lines.join("\n")}\n`;
});

const spec = (has: Project): fc.Arbitrary<TrainSpec> => {
  const [datasets, collections] = [half(has.datasets), half(has.collections)];
  const [train = "", val = ""] = has.tags;
  return fc.record(
    {
      project: fc.constant(101),
      model: fc.oneof(
        text.map((name) => ({ from: "pretrained" as const, framework: "F", name })),
        fc.constantFrom("best.pt", "last ✓.pth").map((file) => ({
          from: "checkpoint" as const,
          path: `/experiments/1_a/77_F/checkpoints/${file}`,
        })),
        fc.record({
          from: fc.constant("experiment" as const),
          taskId: fc.integer({ min: 1 }),
          checkpoint: text,
        }),
      ),
      classes: fc.subarray([...has.classes], { minLength: Math.min(1, has.classes.length) }),
      split: fc.oneof(
        fc.record({
          by: fc.constant("random" as const),
          percent: fc.integer({ min: 1, max: 99 }),
          side: fc.constantFrom("train" as const, "val" as const),
        }),
        fc.constant({ by: "datasets" as const, train: datasets[0], val: datasets[1] }),
        fc.constant({ by: "collections" as const, train: collections[0], val: collections[1] }),
        fc.record({
          by: fc.constant("tags" as const),
          train: fc.constant(train),
          val: fc.constant(val),
          untagged: fc.constantFrom("train" as const, "val" as const, "ignore" as const),
        }),
      ),
      hyperparameters: yaml,
      tune: fc.constantFrom({}, { epochs: 3 }),
      experimentName: text,
      convertClassShapes: fc.boolean(),
      benchmark: fc.constant(true),
      speedtest: fc.boolean(),
      cacheProject: fc.boolean(),
      exports: fc.subarray(["onnx" as const, "tensorrt" as const]),
      autostart: fc.boolean(),
    },
    { requiredKeys: ["project", "model"] },
  );
};
const asked = project.chain((has) =>
  fc.record({ has: fc.constant(has), spec: spec(has), noBenchmark: fc.boolean(), asText: fc.boolean() }),
);

describe("a training that a plan describes", () => {
  it("is the same after it went through the page's state, as an object or as a JSON text, and its spec plans it again", async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ has, spec, noBenchmark, asText }) => {
        const wanted = noBenchmark ? { ...spec, benchmark: false, speedtest: false } : spec;
        const planned = await planTrain(wanted, lookups(has)).catch((error: unknown) => {
          if (isTrainyardError(error) && error.code === "SPEC_INVALID") return undefined;
          throw error;
        });
        fc.pre(planned !== undefined);
        const { training, ...plan } = planned;
        if (!("split" in training)) throw new Error("Not a continuation.");
        const { state } = startBody({ ...plan, training }, "key").params;
        if (!("guiState" in state)) throw new Error("Not a continuation.");

        const sent = asText ? { ...state, guiState: JSON.stringify(state.guiState) } : state;
        const { projectId, guiState } = readState({ MODAL_STATE: JSON.stringify(sent) });
        const loaded = validateState(
          guiState,
          {
            datasets: new Set(has.datasets),
            collections: new Set(has.collections),
            classes: has.classes.map((title, id) => ({ title, id })),
            tags: has.tags,
          },
          (warning) => {
            throw new Error(warning);
          },
        );
        expect(loaded).toEqual(state.guiState);

        const back = guiStateToTraining(loaded, "F");
        expect(back).toEqual(training);
        const again = await planTrain(trainingToSpec(back, projectId), lookups(has));
        expect(again.training).toEqual(training);
      }),
      { numRuns: 100 },
    );
  });
});
