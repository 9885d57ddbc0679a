import { deimPresets } from "./deim/presets.ts";
import { maskDinoPresets } from "./maskdino/presets.ts";
import { mvdPresets } from "./mvd/presets.ts";
import type { Preset } from "./preset.ts";
import { rtDetrv2Presets } from "./rt-detrv2/presets.ts";
import { sparseInstPresets } from "./sparseinst/presets.ts";
import { yoloPresets } from "./yolo/presets.ts";

/** The named presets by the folder of their framework: a preset's id is its path in here. */
interface PresetTree {
  readonly yolo: typeof yoloPresets;
  readonly "rt-detrv2": typeof rtDetrv2Presets;
  readonly deim: typeof deimPresets;
  readonly sparseinst: typeof sparseInstPresets;
  readonly maskdino: typeof maskDinoPresets;
  readonly mvd: typeof mvdPresets;
}

const tree: PresetTree = {
  yolo: yoloPresets,
  "rt-detrv2": rtDetrv2Presets,
  deim: deimPresets,
  sparseinst: sparseInstPresets,
  maskdino: maskDinoPresets,
  mvd: mvdPresets,
};

type NamesIn<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends Preset ? Key : `${Key}/${NamesIn<Tree[Key]>}`;
}[keyof Tree & string];

/** The framework whose presets a folder holds, as the platform spells it. */
interface FrameworkOfFolder {
  readonly yolo: "YOLO";
  readonly "rt-detrv2": "RT-DETRv2";
  readonly deim: "DEIM";
  readonly sparseinst: "SparseInst";
  readonly maskdino: "MaskDINO";
  readonly mvd: "MVD";
}

/** The framework of a preset that comes with the package, by its id: `YOLO` for `yolo/fast`. */
export type PresetFramework<Id extends string> = Id extends `${infer Folder}/${string}`
  ? Folder extends keyof FrameworkOfFolder
    ? FrameworkOfFolder[Folder]
    : never
  : never;

/** The id of a preset that comes with the package, e.g. `yolo/fast`. */
export type PresetName = NamesIn<PresetTree>;

/** Every preset that comes with the package, by framework. */
export const namedPresets: readonly Preset[] = Object.values(tree).flatMap(presetsIn);

function presetsIn(branch: {
  readonly [key: string]: Preset | { readonly [key: string]: Preset };
}): Preset[] {
  return Object.values(branch).flatMap((entry) => (isPreset(entry) ? [entry] : presetsIn(entry)));
}

function isPreset(entry: Preset | { readonly [key: string]: Preset }): entry is Preset {
  return typeof entry.id === "string";
}
