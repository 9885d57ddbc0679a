import { isTrainyardError } from "../../errors/trainyard-error.ts";
import { hyperparametersDiff } from "../../hyperparameters/facts/hyperparameters-diff.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { GuiState } from "../../wire/gui-state.ts";

/** A value that a training used otherwise than it was asked to. */
export interface Drift {
  /** E.g. `model`, `classes`, `hyperparameters.epochs`, `split.train`. */
  readonly path: string;
  readonly asked: unknown;
  readonly effective: unknown;
}
/** Whether a difference makes it another training: its model, a class nobody asked for, an empty side. */
export function isOtherTraining({ path, asked, effective }: Drift): boolean {
  if (path === "model" || path === "checkpoint") return true;
  if (path === "classes" && Array.isArray(asked) && Array.isArray(effective))
    return effective.some((title) => !asked.includes(title));
  return path.startsWith("split.") && effective === 0;
}

/** What a training left of itself; null where the file is missing or unreadable. */
export interface Effective {
  readonly record: ExperimentRecord;
  /** Text of `hyperparameters.yaml`. */
  readonly hyperparameters: string | null;
  /** Titles in `model_meta.json`. */
  readonly classes: readonly string[] | null;
  /** Images on each side, of `train_val_split.json` or the record. */
  readonly images: { readonly train: number; readonly val: number } | null;
}
/** What differs, and what could not be compared. */
export interface DriftReport {
  readonly drift: readonly Drift[];
  readonly notChecked: readonly string[];
}

/**
 * Compares what was asked with what was used. Pure.
 *
 * Source: platform facts: the app trains its default for an unknown model, drops classes, and rounds a random split.
 */
export function compareRun(asked: GuiState, used: Effective): DriftReport {
  const { record } = used;
  const notChecked: string[] = [];
  const drift: Drift[] = [];
  const compare = (path: string, wanted: unknown, effective: unknown) => {
    if (JSON.stringify(wanted) !== JSON.stringify(effective)) drift.push({ path, asked: wanted, effective });
  };
  if (asked.model.source === "Pretrained models" && !sameName(asked.model.model_name, record.model_name))
    compare("model", asked.model.model_name, record.model_name);
  const base = baseOf(record);
  if (asked.model.source === "Custom models" && base !== undefined)
    compare("checkpoint", { taskId: asked.model.task_id, checkpoint: asked.model.checkpoint }, base);
  if (typeof asked.experiment_name === "string")
    compare("experimentName", asked.experiment_name, record.experiment_name);
  if (used.classes === null) notChecked.push("The classes: model_meta.json says nothing.");
  else compare("classes", [...asked.classes].sort(), [...used.classes].sort());
  if (used.images === null) notChecked.push("The split: the experiment does not say its sizes.");
  else drift.push(...splitDrift(asked.train_val_split, used.images));
  if (asked.hyperparameters !== null)
    drift.push(...hyperparameterDrift(asked.hyperparameters, used.hyperparameters, notChecked));
  for (const runtime of ["ONNXRuntime", "TensorRT"] as const)
    compare(`export.${runtime}`, asked.options.export[runtime], record.export?.[runtime] !== undefined);
  return { drift, notChecked };
}

/** The custom checkpoint that a training began with, where its record has the checkpoint's place in Team Files. */
function baseOf({ base_checkpoint_link: link }: ExperimentRecord): object | undefined {
  const found = /\/(\d{1,15})_[^/]*\/checkpoints\/([^/]+)$/.exec(typeof link === "string" ? link : "");
  return found === null ? undefined : { taskId: Number(found[1]), checkpoint: found[2] };
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Counts are known beforehand for a random split alone; one image more or less is rounding. */
function splitDrift(
  split: GuiState["train_val_split"],
  images: { readonly train: number; readonly val: number },
): readonly Drift[] {
  const empty = (["train", "val"] as const).filter((side) => images[side] === 0);
  const none = empty.map((side) => ({ path: `split.${side}`, asked: "images", effective: 0 }));
  if (split.method !== "random") return none;
  const total = images.train + images.val;
  const share = split.split === "val" ? split.percent : 100 - split.percent;
  const val = Math.round((total * share) / 100);
  if (Math.abs(val - images.val) <= 1) return none;
  return [...none, { path: "split.val", asked: val, effective: images.val }];
}

function hyperparameterDrift(asked: string, used: string | null, notChecked: string[]): readonly Drift[] {
  if (used === null) {
    notChecked.push("The hyperparameters: hyperparameters.yaml could not be read.");
    return [];
  }
  try {
    const { changed, added, removed } = hyperparametersDiff(used, asked);
    const at = (path: string) => `hyperparameters.${path}`;
    return [
      ...changed.map(({ path, from, to }) => ({ path: at(path), asked: from, effective: to })),
      ...added.map(({ path, value }) => ({ path: at(path), asked: null, effective: value })),
      ...removed.map(({ path, value }) => ({ path: at(path), asked: value, effective: null })),
    ];
  } catch (error) {
    if (!isTrainyardError(error, "INPUT_INVALID")) throw error;
    notChecked.push("The hyperparameters: one of the two texts is not YAML.");
    return [];
  }
}
