import { pythonRepr } from "@trainyard/core/plan";

/** The platform puts a marker in place of a value with more bytes than this; an app then asks tasks.info for the state. */
const maxBytes = 65_536;
const marker = "@.@SLY_LARGE_ENV@.@";

/**
 * The variables through which the platform's agent hands a task's state to its app: each leaf as Python writes it,
 * its upper-case copy, and the whole as JSON, which keeps the types.
 *
 * Source: platform fact, the agent flattens the state with "." between keys; a list is one leaf; null leaves and empty
 * dictionaries are not set.
 */
export function stateEnvironment(state: Readonly<Record<string, unknown>>): Record<string, string> {
  const env: Record<string, string> = { MODAL_STATE: fitting(JSON.stringify(state)) };
  for (const [key, text] of leaves(state, "modal.state")) {
    env[key] = fitting(text);
    env[key.toUpperCase().replaceAll(".", "_")] = fitting(text);
  }
  return env;
}

function* leaves(value: unknown, path: string): Iterable<[string, string]> {
  if (value === null || value === undefined) return;
  if (typeof value === "object" && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
    return;
  }
  yield [path, typeof value === "string" ? value : pythonRepr(value)];
}

function fitting(text: string): string {
  return Buffer.byteLength(text) > maxBytes ? marker : text;
}
