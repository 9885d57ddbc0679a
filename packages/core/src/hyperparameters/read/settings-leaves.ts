import type { PyValue } from "@trainyard/pyyaml";
import { keyText } from "./py-to-json.ts";

/** A value and its place, e.g. `optimizer.lr`. An empty mapping is a leaf too. */
export interface SettingsLeaf {
  readonly path: string;
  readonly value: PyValue;
}

/** Every value of nested mappings that is no mapping itself. */
export function settingsLeaves(value: PyValue, path = ""): readonly SettingsLeaf[] {
  if (value.kind !== "map" || (value.entries.length === 0 && path !== "")) return [{ path, value }];
  return value.entries.flatMap(([key, inner]) => settingsLeaves(inner, within(path, keyText(key))));
}

export function within(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
