import type { Json } from "@trainyard/core/spec";
import { formatModel, specDefaults } from "@trainyard/core/spec";
import { findPreset } from "./find-preset.ts";
import { formatTable } from "./format-table.ts";
import type { Framework } from "./framework.ts";
import { frameworkOf } from "./list-presets.ts";
import type { PresetName } from "./named-presets.ts";
import type { Preset } from "./preset.ts";

/** What a preset says of one setting. */
export interface PresetRow {
  /** E.g. `model`, `exports`, `tune.epochs`. */
  readonly setting: string;
  readonly value: string;
  /** What holds without the preset; empty where it is not known. */
  readonly default: string;
  readonly meaning: string;
}

const meanings: Readonly<Record<string, string>> = {
  model: "the pretrained model to start from",
  benchmark: "evaluates the model after training",
  speedtest: "measures the model's speed",
  exports: "formats the model is exported to",
  autostart: "starts without a person pressing Start",
  cacheProject: "keeps the project on the agent",
  convertClassShapes: "fits the shapes of classes to the task",
  hyperparameters: "the whole text, in place of the app's file",
  experimentName: "the experiment's name",
  classes: "classes to train on",
  split: "how images are divided",
};

/**
 * What a preset sets over the defaults, as a table to print: setting, value, default, meaning.
 *
 * @throws PRESET_UNKNOWN with the nearest name.
 * @example
 * ```ts
 * import { describePreset } from "@trainyard/presets";
 * console.log(describePreset("yolo/fast"));
 * ```
 */
export function describePreset(preset: PresetName | (string & {}) | Preset): string {
  const known = typeof preset === "string" ? findPreset(preset) : preset;
  const { id, version, about, cost, parents, lock, rules } = known;
  const from = parents.length === 0 ? "" : `\nMade from ${parents.join(", ")}.`;
  const price = cost === undefined ? "" : `\nExpected to take: ${cost}.`;
  const locked = lock.length === 0 ? "" : `\nLocks ${lock.join(", ")}.`;
  const allows = Object.entries(rules).map(([rule, value]) => `${rule} ${[value].flat().join(", ")}`);
  const ruled = allows.length === 0 ? "" : `\nAllows ${allows.join("; ")}.`;
  const head = `${id}@${version}: ${about}${price}${from}${locked}${ruled}`;
  return `${head}\n\n${table(presetRows(known))}\n`;
}

/**
 * The rows of {@link describePreset} as data.
 *
 * @example
 * ```ts
 * import { presetRows, yoloPresets } from "@trainyard/presets";
 * const epochs = presetRows(yoloPresets.fast).find(({ setting }) => setting === "tune.epochs");
 * ```
 */
export function presetRows(preset: Preset): readonly PresetRow[] {
  const framework = frameworkOf(preset);
  const { model, tune, ...rest } = preset.spec;
  const defaultModel = framework === undefined ? "" : `${framework.name}/${framework.defaultModel}`;
  const defaults = new Map<string, unknown>(Object.entries(specDefaults));
  return [
    ...(model ? [row("model", formatModel(model), defaultModel)] : []),
    ...Object.entries(rest).map(([setting, value]) => row(setting, value, defaults.get(setting))),
    ...leaves(tune ?? {}).map(([path, value]) => tuneRow(path, value, framework)),
  ];
}

function row(setting: string, value: unknown, byDefault: unknown): PresetRow {
  return { setting, value: said(value), default: said(byDefault), meaning: meanings[setting] ?? "" };
}

function tuneRow(path: string, value: Json, framework: Framework | undefined): PresetRow {
  const facts = framework?.hyperparameters.find((item) => item.path === path);
  return {
    setting: `tune.${path}`,
    value: said(value),
    default: said(facts?.default),
    meaning: facts?.about ?? "",
  };
}

/** Nested values by their dotted paths. */
function leaves(values: { readonly [key: string]: Json }, above = ""): readonly (readonly [string, Json])[] {
  return Object.entries(values).flatMap(([key, value]) =>
    isMapping(value) ? leaves(value, `${above}${key}.`) : [[`${above}${key}`, value] as const],
  );
}

function isMapping(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function table(rows: readonly PresetRow[]): string {
  return formatTable([
    ["setting", "value", "default", "meaning"],
    ...rows.map((line) => [line.setting, line.value, line.default, line.meaning]),
  ]);
}
