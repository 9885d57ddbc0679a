/**
 * The variables through which the platform's agent hands a task's state to its app: each leaf as text,
 * its upper-case copy, and the whole as JSON, which keeps the types.
 *
 * Source: platform fact, the agent flattens the state with "." between keys; null leaves are not set.
 */
export function stateEnvironment(state: Readonly<Record<string, unknown>>): Record<string, string> {
  const env: Record<string, string> = { MODAL_STATE: JSON.stringify(state) };
  for (const [key, text] of leaves(state, "modal.state")) {
    env[key] = text;
    env[key.toUpperCase().replaceAll(".", "_")] = text;
  }
  return env;
}

function* leaves(value: unknown, path: string): Iterable<[string, string]> {
  if (value === null || value === undefined) return;
  if (typeof value === "object" && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`);
    return;
  }
  if (typeof value === "boolean") yield [path, value ? "True" : "False"];
  else if (typeof value === "string") yield [path, value];
  else yield [path, JSON.stringify(value)];
}
