import * as v from "valibot";
import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller } from "../../instance/caller.ts";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import { tasksInfo } from "../../instance/endpoints/tasks-info.ts";
import { diffValues, formatChange } from "../../plan/show/diff-values.ts";
import type { Problem } from "../../spec/problem.ts";
import type { StartBody } from "../../wire/start-body.ts";
import { unknownStartWarning } from "./start-warnings.ts";

const params = v.looseObject({ state: v.looseObject({}) });
const output = v.looseObject({ experiment: v.looseObject({}) });

/**
 * Whether a task that was found by a caller's key is the run that this start asks for: of the same settings, and not one
 * that came to nothing. What it runs on, and its options as a task, may be otherwise.
 *
 * @returns a warning where the instance does not tell what the task was started with.
 * @throws KEY_REUSED with the differences; KEY_SPENT.
 */
export async function checkAdopted(
  instance: Caller,
  found: { readonly taskId: number; readonly key: string },
  body: StartBody,
  signal: AbortSignal | undefined,
): Promise<readonly Problem[]> {
  const { taskId, key } = found;
  const ref = `${instance.address}/apps/sessions/${taskId}`;
  const facts = { taskId, key, ref };
  const quoted = JSON.stringify(key);
  const info = await tasksInfo(instance, taskId, { signal }).catch((error: unknown) => {
    if (isTrainyardError(error)) return null;
    throw error;
  });
  const state = info === null ? undefined : stateOf(info);
  if (info === null || state === undefined) return [unknownStartWarning(taskId, key)];
  const changes = diffValues(plain(state), plain(body.params.state));
  if (changes.length > 0)
    throw new TrainyardError(
      "KEY_REUSED",
      `The key ${quoted} is of task ${taskId}, which was started with other settings: ${changes.map(formatChange).join("; ")}.`,
      {
        hint: `Give this training a key of its own, or take that run: attach(instance, ${taskId}).`,
        facts: { ...facts, changes },
      },
    );
  const end = endOf(info);
  if (end === undefined) return [];
  throw new TrainyardError("KEY_SPENT", `The key ${quoted} is of task ${taskId}, which ${end}.`, {
    hint: `Start anew under a further key, e.g. ${JSON.stringify(`${key.slice(0, 77)}:2`)}, or look at that run: attach(instance, ${taskId}).`,
    facts: { ...facts, taskStatus: info.status },
  });
}

function endOf({ status, meta }: TaskInfo): string | undefined {
  if (status === "stopped" || status === "terminating") return "was stopped";
  if (status === "error") return "failed";
  if (status === "finished" && !v.is(output, meta?.output)) return "ended without an experiment";
  return undefined;
}

function stateOf({ meta }: TaskInfo): Readonly<Record<string, unknown>> | undefined {
  const found = v.safeParse(params, meta?.params);
  return found.success ? found.output.state : undefined;
}

/** As JSON says it, the page's state unpacked and without nulls: some instances keep it as a text, some drop nulls. */
function plain(state: Readonly<Record<string, unknown>>): unknown {
  const { guiState } = state;
  const unpacked = { ...state, guiState: typeof guiState === "string" ? parsed(guiState) : guiState };
  return JSON.parse(JSON.stringify(unpacked, (_, value: unknown) => (value === null ? undefined : value)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
