import { canonicalJson } from "@trainyard/core/spec";
import { presetRows } from "./describe-preset.ts";
import { formatTable } from "./format-table.ts";
import type { Preset } from "./preset.ts";
import { presetName } from "./preset.ts";

/** A setting that two presets have differently; empty where one does not say it. */
export interface PresetDifference {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

/** What differs between two presets, setting by setting, locks and rules included. */
export function presetDifferences(a: Preset, b: Preset): readonly PresetDifference[] {
  const [left, right] = [sayings(a), sayings(b)];
  const settings = [...new Set([...left.keys(), ...right.keys()])];
  return settings
    .map((setting) => ({ setting, from: left.get(setting) ?? "", to: right.get(setting) ?? "" }))
    .filter(({ from, to }) => from !== to);
}

/**
 * The differences as a table to print.
 *
 * @example
 * ```ts
 * import { diffPresets, findPreset } from "@trainyard/presets";
 * console.log(diffPresets(findPreset("yolo/fast"), findPreset("yolo/balanced")));
 * ```
 */
export function diffPresets(a: Preset, b: Preset): string {
  const rows = presetDifferences(a, b);
  if (rows.length === 0) return `${presetName(a)} and ${presetName(b)} say the same.`;
  return formatTable([
    ["setting", presetName(a), presetName(b)],
    ...rows.map(({ setting, from, to }) => [setting, from, to]),
  ]);
}

function sayings(preset: Preset): ReadonlyMap<string, string> {
  const rows = presetRows(preset).map(({ setting, value }) => [setting, value] as const);
  const policy = Object.entries({ lock: preset.lock, ...preset.rules }).map(
    ([key, value]) => [key === "lock" ? key : `rules.${key}`, canonicalJson(value)] as const,
  );
  return new Map([...rows, ...policy.filter(([, value]) => value !== "[]")]);
}
