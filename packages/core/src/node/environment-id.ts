import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Environment } from "./read-environment.ts";

/**
 * The id under the first of the names that is set.
 *
 * @throws ENV_INVALID when it is no id.
 */
export function environmentId(
  environment: Environment,
  names: readonly string[],
  what: string,
): number | undefined {
  const name = names.find((candidate) => environment[candidate] !== undefined);
  if (name === undefined) return undefined;
  const text = environment[name] ?? "";
  const id = Number(text.trim());
  if (/^\+?\d+$/.test(text.trim()) && Number.isSafeInteger(id) && id > 0) return id;
  throw new TrainyardError("ENV_INVALID", `${name} is ${JSON.stringify(text)}, not ${what}'s id.`, {
    hint: "Set it to a whole number or leave it out.",
    facts: { variable: name },
  });
}
