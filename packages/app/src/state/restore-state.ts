import { StateError } from "./state-error.ts";

/** What the platform's agent writes into a variable in place of a value that is too large for it. */
const marker = "@.@SLY_LARGE_ENV@.@";

/**
 * A task's environment with its whole state: one that was too large for a variable is asked of the instance.
 *
 * @param stateOfTask reads `meta.params.state` of `tasks.info`.
 * @throws StateError when the instance has no state of this task.
 * Source: platform fact, the agent's limit of 65,536 bytes for a variable, and what the SDK does about it.
 */
export async function restoreState(
  env: Readonly<Record<string, string | undefined>>,
  stateOfTask: () => Promise<unknown>,
): Promise<Readonly<Record<string, string | undefined>>> {
  if (env.MODAL_STATE !== marker) return env;
  const state = await stateOfTask();
  if (state === undefined || state === null)
    throw new StateError(
      "The task's state is too large for its environment, and the instance does not have it.",
    );
  return { ...env, MODAL_STATE: JSON.stringify(state) };
}
