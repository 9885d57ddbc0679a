import { type ArchitectureLaw, ROOT_FILES } from "./architecture/law.ts";

/** Who may import whom. Read it top-down: a package, what it may name, and its folders from the bottom layer up. */
export const architectureLaw: ArchitectureLaw = {
  scope: "@trainyard/",
  units: {
    "packages/pyyaml": {
      packages: [],
      node: false,
      layers: [["scan"], ["compose"], ["construct"], ["read", "write"], ["edit"], [ROOT_FILES]],
    },
    "packages/core": {
      packages: ["pyyaml"],
      node: ["node"],
      layers: [
        ["show"],
        ["errors"],
        ["runtime"],
        ["spec"],
        ["hyperparameters"],
        ["plan"],
        ["wire"],
        ["instance"],
        ["run"],
        ["compare"],
        [ROOT_FILES],
        ["node"],
      ],
      within: {
        hyperparameters: [["read"], ["facts"], ["tune", "check"], [ROOT_FILES]],
        plan: [["terms"], ["problems", "python"], ["ask"], ["decide"], ["check", "show"], [ROOT_FILES]],
        run: [["state"], ["log", "notify"], ["look"], ["wait", "start", "begin"], [ROOT_FILES]],
      },
      forbiddenWords: /yolo|rt-?detr|deim|sparse-?inst|mask-?dino|\bmvd\b/i,
    },
    "packages/presets": { packages: ["core"], node: ["node"] },
    "packages/builder": { packages: ["core", "presets"], node: false },
    "packages/app": {
      packages: ["core"],
      node: true,
      layers: [["state"], ["steps"], ["page"], ["lifecycle"], ["http"], [ROOT_FILES]],
    },
    "packages/rehearsal": {
      // A training app: it knows the platform only through @trainyard/app.
      packages: ["core", "presets", "app"],
      node: true,
      layers: [["network"], ["data"], ["detect"], ["benchmark", "model-files"], [ROOT_FILES]],
    },
    "packages/local": {
      packages: ["core", "presets", "app", "rehearsal"],
      node: true,
      layers: [
        ["project-format"],
        ["import-formats", "sample", "store", "python"],
        ["agent"],
        ["ecosystem"],
        ["http"],
        ["page"],
        ["instance"],
        ["commands"],
        [ROOT_FILES],
      ],
    },
    "packages/cli": {
      packages: ["core", "builder", "presets", "local", "server"],
      node: true,
    },
    "packages/server": {
      packages: ["core", "builder", "presets"],
      node: true,
      layers: [
        ["terms"],
        ["routes", "http"],
        [ROOT_FILES],
        ["node", "hono", "next", "client", "mcp"],
        ["express", "fastify"],
      ],
    },
    "packages/ui": {
      // Types of what the servers send; nothing of them runs in a page.
      packages: ["app", "local"],
      node: false,
      layers: [["style"], ["parts"], ["train-app", "instance"]],
    },
    bench: { packages: ["pyyaml", "core", "builder", "presets", "local"], node: true },
    examples: { packages: ["core", "builder", "presets", "app", "local"], node: true },
    test: {
      packages: ["pyyaml", "core", "builder", "presets", "app", "rehearsal", "local", "server"],
      node: true,
    },
    scripts: { packages: [], node: true },
  },
  forbiddenFileNames: ["util", "utils", "helper", "helpers", "type", "types", "common", "misc"],
  budgets: {
    longestFile: 400,
    p90File: 250,
    medianFile: 80,
    filesPerFolder: 20,
    namesPerEntry: 45,
    castsPerThousandLines: 5,
    anyPerThousandLines: 1,
  },
  oneKindFolders: {
    "packages/core/src/instance/endpoints": "a file per endpoint of the platform",
  },
  entryNames: {},
};
