import * as v from "valibot";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import { fileStorageDownload } from "../../instance/endpoints/file-storage-download.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import { tasksInfo } from "../../instance/endpoints/tasks-info.ts";
import { guiSplitSchema } from "../../wire/gui-state.ts";
import { askedOf } from "../look/asked-of.ts";

type AppState = Readonly<Record<string, unknown>>;

const continuation = v.looseObject({
  state: v.looseObject({ trainTaskId: v.number(), trainMode: v.picklist(["continue", "new"]) }),
});
const output = v.looseObject({
  experiment: v.looseObject({
    data: v.looseObject({ artifacts_dir: v.string(), app_state: v.string(), best_checkpoint: v.string() }),
  }),
});
const stateFile = v.pipe(
  v.string(),
  v.maxLength(4 * 2 ** 20),
  v.parseJson(),
  v.looseObject({ train_val_split: v.unknown() }),
);

/**
 * The state that a task's page was filled in with when it was started: what pressing Start there would train.
 *
 * @throws INPUT_INVALID when nobody can say from outside what the page shows.
 * Source: platform facts: `meta.params.state.guiState`; for finetune and rerun the earlier experiment's app_state.json,
 * whose names of splits the app does not understand again but for "random".
 */
export async function appStateOf(instance: Caller, info: TaskInfo, signal?: AbortSignal): Promise<AppState> {
  const asked = askedOf(info);
  if (asked !== undefined) return { ...asked, start_training: true };
  const earlier = v.safeParse(continuation, info.meta?.params);
  if (!earlier.success) throw unknown(info, "the instance does not tell what it was started with");
  const { trainTaskId, trainMode } = earlier.output.state;
  const task = await tasksInfo(instance, trainTaskId, { signal });
  const left = v.safeParse(output, task?.meta?.output);
  const teamId = info.teamId ?? task?.teamId;
  if (!left.success || typeof teamId !== "number")
    throw unknown(info, `task ${trainTaskId} keeps no state of its page`);
  const { artifacts_dir: folder, app_state: file, best_checkpoint } = left.output.experiment.data;
  const bytes = await fileStorageDownload(instance, teamId, `${folder.replace(/\/$/, "")}/${file}`, {
    signal,
  });
  const read = v.safeParse(stateFile, new TextDecoder().decode(bytes));
  if (!read.success) throw unknown(info, `${file} of task ${trainTaskId} is no state of a page`);
  const split = splitNamed(read.output.train_val_split);
  if (split === undefined)
    throw unknown(info, `the split of task ${trainTaskId} was not kept in a form that can be read again`);
  const model = { source: "Custom models", task_id: trainTaskId, checkpoint: best_checkpoint };
  const state = { ...read.output, train_val_split: split, start_training: true };
  return trainMode === "continue" ? { ...state, model } : state;
}

/** The page writes the title of a split's tab where it reads a short name. */
function splitNamed(kept: unknown): unknown {
  const named = v.safeParse(v.looseObject({ method: v.string() }), kept);
  if (!named.success) return undefined;
  const method = named.output.method.replace(/^based on (item )?/, "");
  const split = v.safeParse(guiSplitSchema, { ...named.output, method });
  return split.success ? split.output : undefined;
}

function unknown({ id }: TaskInfo, why: string): TrainyardError {
  return new TrainyardError("INPUT_INVALID", `Task ${id} cannot be started from here: ${why}.`, {
    hint: "Press Start training on its page, or start a training of its own with a chain.",
    facts: { taskId: id },
  });
}
