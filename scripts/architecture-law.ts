import { type ArchitectureLaw, ROOT_FILES } from "./architecture/law.ts";

/** Who may import whom. Read it top-down: a package, what it may name, and its folders from the bottom layer up. */
export const architectureLaw: ArchitectureLaw = {
  scope: "@trainyard/",
  units: {
    "packages/core": {
      packages: [],
      node: ["node"],
      layers: [
        ["errors"],
        ["runtime"],
        ["spec"],
        ["hyperparameters"],
        ["plan"],
        ["wire"],
        ["instance"],
        ["run"],
        [ROOT_FILES],
        ["node"],
      ],
      forbiddenWords: /yolo|rt-?detr|deim|sparse-?inst|mask-?dino|\bmvd\b/i,
    },
    "packages/presets": { packages: ["core"], node: ["node"] },
    "packages/builder": { packages: ["core", "presets"], node: false },
    "packages/app": {
      packages: ["core"],
      node: true,
      layers: [["state"], ["steps"], ["lifecycle"], ["http"], [ROOT_FILES]],
    },
    "packages/local": {
      packages: ["core", "presets", "app"],
      node: true,
      layers: [
        ["project-format", "random"],
        // The rehearsal is a training app: it knows the platform only through @trainyard/app.
        ["sample", "store", "rehearsal"],
        ["agent"],
        ["ecosystem"],
        ["http"],
        [ROOT_FILES],
      ],
    },
    bench: { packages: ["core", "builder", "presets", "local"], node: true },
    examples: { packages: ["core", "builder", "presets", "app", "local"], node: true },
    test: { packages: ["core", "builder", "presets", "app", "local"], node: true },
    scripts: { packages: [], node: true },
  },
  forbiddenFileNames: ["util", "utils", "helper", "helpers", "type", "types", "common", "misc"],
  budgets: {
    longestFile: 400,
    p90File: 250,
    medianFile: 80,
    castsPerThousandLines: 5,
    anyPerThousandLines: 1,
  },
};
