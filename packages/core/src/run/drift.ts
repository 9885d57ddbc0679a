import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../errors/trainyard-error.ts";
import { hyperparametersDiff } from "../hyperparameters/facts/hyperparameters-diff.ts";
import type { Caller, CallOptions } from "../instance/caller.ts";
import { fileStorageDownload } from "../instance/endpoints/file-storage-download.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import type { ExperimentRecord } from "../wire/experiment.ts";
import { experimentSchema } from "../wire/experiment.ts";
import type { GuiState } from "../wire/gui-state.ts";
import { guiStateSchema } from "../wire/gui-state.ts";

/** A value that a training used otherwise than it was asked to. */
export interface Drift {
  /** E.g. `model`, `classes`, `hyperparameters.epochs`, `split.train`. */
  readonly path: string;
  readonly asked: unknown;
  readonly effective: unknown;
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

const asked = v.looseObject({ state: v.looseObject({ guiState: guiStateSchema }) });
const done = v.looseObject({ experiment: v.looseObject({ data: experimentSchema }) });
const metaFile = v.looseObject({ classes: v.array(v.looseObject({ title: v.string() })) });
const splitFile = v.looseObject({
  train: v.nullable(v.array(v.unknown())),
  val: v.nullable(v.array(v.unknown())),
});

/**
 * Reads what a task was asked and what its experiment's files say it did, and compares the two.
 *
 * @throws EXPERIMENT_NOT_FOUND while the task has no experiment, or was not started with a state.
 */
export async function readDrift(
  instance: Caller,
  taskId: number,
  options: CallOptions = {},
): Promise<DriftReport> {
  const task = await tasksInfo(instance, taskId, options);
  const [state, output] = [v.safeParse(asked, task?.meta?.params), v.safeParse(done, task?.meta?.output)];
  const missing = (why: string) =>
    new TrainyardError("EXPERIMENT_NOT_FOUND", `Task ${taskId} cannot be compared: ${why}.`, {
      hint: "Call drift() when the run has finished; a continued experiment takes its settings over by itself.",
      facts: { taskId },
    });
  if (!output.success) throw missing("it has no experiment yet");
  if (!state.success) throw missing("it was not started with settings of its own");
  const record = output.output.experiment.data;
  const folder = record.artifacts_dir.replace(/\/$/, "");
  const read = async (name: string): Promise<string | null> => {
    if (typeof task?.teamId !== "number") return null;
    const bytes = await fileStorageDownload(instance, task.teamId, `${folder}/${name}`, options).catch(
      (error: unknown) => {
        if (isTrainyardError(error, "NOT_FOUND")) return null;
        throw error;
      },
    );
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  const [hyperparameters, meta, split] = await Promise.all(
    ["hyperparameters.yaml", "model_meta.json", "train_val_split.json"].map(read),
  );
  const classes = parsed(metaFile, meta)?.classes.map(({ title }) => title) ?? null;
  return compareRun(state.output.state.guiState, {
    record,
    hyperparameters: hyperparameters ?? null,
    classes,
    images: sizesOf(record, parsed(splitFile, split)),
  });
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string | null | undefined): T | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The file lists image ids, but for a split by datasets, where both are null; the record has the sizes. */
function sizesOf(
  record: ExperimentRecord,
  file: v.InferOutput<typeof splitFile> | undefined,
): Effective["images"] {
  const { train_size: train, val_size: val } = record;
  if (typeof train === "number" && typeof val === "number") return { train, val };
  if (!file?.train || !file.val) return null;
  return { train: file.train.length, val: file.val.length };
}
