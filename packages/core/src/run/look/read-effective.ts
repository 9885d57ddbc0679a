import * as v from "valibot";
import { isTrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller, CallOptions } from "../../instance/caller.ts";
import { fileStorageDownload } from "../../instance/endpoints/file-storage-download.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import type { Effective } from "../state/compare-run.ts";

/** A file of an experiment that says what the training used. */
export type EffectiveFile = "hyperparameters.yaml" | "model_meta.json" | "train_val_split.json";

const metaFile = v.looseObject({ classes: v.array(v.looseObject({ title: v.string() })) });
const splitFile = v.looseObject({
  train: v.nullable(v.array(v.unknown())),
  val: v.nullable(v.array(v.unknown())),
});

/**
 * What a training left of itself: its record, and of its files those that are named; null for one that is not there.
 */
export async function readEffective(
  instance: Caller,
  task: TaskInfo,
  record: ExperimentRecord,
  names: readonly EffectiveFile[],
  options: CallOptions,
): Promise<Effective> {
  const folder = record.artifacts_dir.replace(/\/$/, "");
  const read = async (name: EffectiveFile): Promise<string | null> => {
    if (typeof task.teamId !== "number" || !names.includes(name)) return null;
    const bytes = await fileStorageDownload(instance, task.teamId, `${folder}/${name}`, options).catch(
      (error: unknown) => {
        if (isTrainyardError(error, "NOT_FOUND")) return null;
        throw error;
      },
    );
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  const [hyperparameters, meta, split] = await Promise.all([
    read("hyperparameters.yaml"),
    read("model_meta.json"),
    read("train_val_split.json"),
  ]);
  const classes = parsed(metaFile, meta)?.classes.map(({ title }) => title) ?? null;
  return { record, hyperparameters, classes, images: sizesOf(record, parsed(splitFile, split)) };
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
