import * as v from "valibot";
import type { TaskInfo } from "../../instance/endpoints/tasks-info.ts";
import type { GuiState } from "../../wire/gui-state.ts";
import { guiStateSchema } from "../../wire/gui-state.ts";

const asJson = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value) as unknown;
    } catch {
      addIssue({ message: "no JSON" });
      return NEVER;
    }
  }),
);
const params = v.looseObject({
  state: v.looseObject({
    guiState: v.union([guiStateSchema, v.pipe(asJson, guiStateSchema)]),
    beginsBy: v.optional(v.unknown()),
  }),
});

/**
 * What a task was asked to train; undefined where the platform does not show it, or it goes on from an experiment.
 *
 * Source: platform fact, the task's `meta.params.state.guiState`, an object or its JSON text.
 */
export function askedOf(info: TaskInfo): GuiState | undefined {
  const found = v.safeParse(params, info.meta?.params);
  if (!found.success) return undefined;
  const { guiState, beginsBy } = found.output.state;
  return beginsBy === "train_from_api" ? { ...guiState, start_training: true } : guiState;
}
