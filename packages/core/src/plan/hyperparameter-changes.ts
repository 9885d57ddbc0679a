import { parse } from "yaml";
import type { Json } from "../spec/train-spec.ts";
import type { HyperparameterChange } from "./train-plan.ts";

/** How a hyperparameters text differs from the app's own file, key by key; null where one is no mapping. */
export function hyperparameterChanges(
  text: string,
  defaultText: string,
): readonly HyperparameterChange[] | null {
  const [asked, standard] = [flatten(text), flatten(defaultText)];
  if (asked === undefined || standard === undefined) return null;
  const paths = [...new Set([...standard.keys(), ...asked.keys()])];
  return paths
    .filter((path) => JSON.stringify(asked.get(path)) !== JSON.stringify(standard.get(path)))
    .map((path) => {
      const [before, value] = [standard.get(path), asked.get(path)];
      return {
        path,
        ...(before === undefined ? {} : { default: before }),
        ...(value === undefined ? {} : { value }),
      };
    });
}

function flatten(text: string): ReadonlyMap<string, Json> | undefined {
  let root: unknown;
  try {
    root = parse(text, { version: "1.1", maxAliasCount: 100, logLevel: "silent" });
  } catch {
    return undefined;
  }
  if (typeof root !== "object" || root === null || Array.isArray(root)) return undefined;
  const leaves = new Map<string, Json>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0)
      for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
    else leaves.set(path, value as Json);
  };
  walk(root, "");
  return leaves;
}
