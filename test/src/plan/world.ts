import type { Instance } from "@trainyard/core";
import { connect, TrainyardError } from "@trainyard/core";
import type { Lookups } from "@trainyard/core/plan";

const gib = 2 ** 30;

/** Files of a training app with two tasks, by path. */
const appFiles: Readonly<Record<string, string>> = {
  "models.json": JSON.stringify([
    { model_name: "YOLO26s-det", meta: { task_type: "object detection" } },
    { model_name: "YOLO26n-det", meta: { task_type: "object detection" } },
    { model_name: "YOLO26s-seg", meta: { task_type: "instance segmentation" } },
  ]),
  "train/hyperparameters.yaml": "epochs: 100\nbatch: 16\noptimizer: auto\n",
  "train/app_options.yaml": "export_onnx_supported: true\nexport_tensorrt_supported: true\n",
};

const experiment = {
  taskId: 77,
  projectId: 101,
  framework: "YOLO",
  modelName: "YOLO26n-det",
  taskType: "object detection",
  artifactsDir: "/experiments/101_Fruit/77_YOLO",
  checkpoints: ["best.pt", "last.pt"],
};

/** A world in memory: a project with classes of all shapes, two training apps, agents in every state. */
export const world: Lookups = {
  teams: async () => [{ id: 9, name: "ours" }],
  project: async (id) => ({
    id,
    name: "Fruit",
    teamId: 9,
    workspaceId: 58,
    type: "images",
    imagesCount: 20,
  }),
  projectMeta: async () => ({
    classes: [
      { title: "kiwi", shape: "rectangle" },
      { title: "lemon", shape: "polygon" },
      { title: "leaf", shape: "bitmap" },
      { title: "ghost", shape: "rectangle" },
    ],
    tags: [{ name: "train" }, { name: "val" }, { name: "unused" }],
  }),
  projectStats: async () => ({
    images: 20,
    objects: { kiwi: 30, lemon: 12, leaf: 9, ghost: 0 },
    taggedImages: { train: 12, val: 4, unused: 0 },
  }),
  trainModules: async (framework) =>
    framework === "YOLO"
      ? [
          {
            id: 1001,
            name: "Train YOLO",
            version: "v1.0.40",
            framework,
            files: { models: "models.json", hyperparams: "train/hyperparameters.yaml" },
          },
        ]
      : [],
  allTrainModules: async () => [{ id: 1001, name: "Train YOLO", framework: "YOLO", files: {} }],
  agents: async () => [
    { id: 2, name: "small", type: "sly_agent", freeMemory: [4 * gib, 90 * gib] },
    { id: 4, name: "large", type: "sly_agent", freeMemory: [20 * gib] },
  ],
  agent: async (id) => {
    const found = agents.find((agent) => agent.id === id);
    if (found === undefined) throw new TrainyardError("NOT_FOUND", `There is no agent ${id}.`);
    return found;
  },
  allAgents: async () => agents,
  datasets: async () => [
    { id: 11, name: "north", imagesCount: 10, parentId: null },
    { id: 12, name: "south", imagesCount: 6, parentId: null },
    { id: 13, name: "empty", imagesCount: 0, parentId: null },
    { id: 14, name: "north/hill", imagesCount: 4, parentId: 11 },
  ],
  collections: async () => [
    { id: 51, name: "train_001" },
    { id: 52, name: "val_001" },
    { id: 53, name: "both" },
    { id: 54, name: "none" },
  ],
  collectionImages: async (_, id) => ({ 51: [1, 2, 3], 52: [4, 5], 53: [3, 4] })[id] ?? [],
  fileExists: async () => true,
  experimentAt: async () => experiment,
  experimentOfTask: async () => experiment,
  appFile: async (_, path) => {
    const text = appFiles[path];
    if (text === undefined) throw new TrainyardError("NOT_FOUND", `There is no ${path}.`);
    return text;
  },
};

const agents = [
  { id: 1, name: "office", type: "sly_agent", status: "running" },
  { id: 2, name: "small", type: "sly_agent", status: "running", freeMemory: [4 * gib, 90 * gib] },
  { id: 3, name: "asleep", type: "sly_agent", status: "waiting", freeMemory: [40 * gib] },
  { id: 4, name: "large", type: "sly_agent", status: "running", freeMemory: [20 * gib] },
  { id: 6, name: "busy", type: "sly_agent", status: "running", freeMemory: [0.2 * gib, 0] },
];

/** An instance that answers from a world. Nothing is sent: the address is of nobody. */
export function instanceOf(lookups: Partial<Lookups> = {}): Instance {
  const instance = connect({ address: "http://127.0.0.1:9", token: "test-token-of-nobody" });
  return { ...instance, lookups: { ...world, ...lookups } };
}
