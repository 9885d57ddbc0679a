import { guiStateSchema } from "@trainyard/core/wire";
import type { Framework } from "@trainyard/presets";
import * as v from "valibot";

const launch = v.looseObject({ guiState: guiStateSchema });

/**
 * Plays a known trap of real training apps, where TRAINYARD_TRAP names one, so that what a client makes of it can be
 * tried: `selects-its-own-row` trains another model of its table than the launch state asks for.
 *
 * Source: platform fact, Train YOLO selects row 1 of its table after the launch state was loaded (docs/platform-notes.md).
 */
export function playTrap(env: NodeJS.ProcessEnv, { models }: Framework): NodeJS.ProcessEnv {
  if (env.TRAINYARD_TRAP !== "selects-its-own-row") return env;
  const state = v.safeParse(launch, JSON.parse(env.MODAL_STATE ?? "null"));
  if (!state.success || state.output.guiState.model.source !== "Pretrained models") return env;
  const { guiState } = state.output;
  const asked = models.find(
    ({ name }) => "model_name" in guiState.model && name === guiState.model.model_name,
  );
  const row = models.filter(({ task }) => task === asked?.task)[1];
  if (row === undefined) return env;
  const model = { ...guiState.model, model_name: row.name };
  return { ...env, MODAL_STATE: JSON.stringify({ ...state.output, guiState: { ...guiState, model } }) };
}
