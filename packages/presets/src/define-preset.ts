import type { ModelRef } from "@trainyard/core";
import { TrainyardError } from "@trainyard/core";
import { parseInput } from "@trainyard/core/errors";
import { policyProblems } from "@trainyard/core/plan";
import type { Layer, SpecPatch, TeamRules } from "@trainyard/core/spec";
import { foldLayers, saidFor, settingsText, showInNotebook } from "@trainyard/core/spec";
import * as v from "valibot";
import type { ModelPreset, Preset, PresetCost } from "./preset.ts";
import { presetName } from "./preset.ts";
import { presetHeadEntries } from "./preset-head.ts";
import { parsePresetSpec } from "./preset-spec.ts";

/** What {@link definePreset} is told. */
export interface PresetInput {
  readonly id: string;
  /** Default 1.0.0. */
  readonly version?: string;
  readonly about: string;
  /** The parent's where it is left out. */
  readonly cost?: PresetCost;
  /** The preset this one changes. */
  readonly extends?: Preset;
  readonly spec: SpecPatch;
  /** Paths that nobody who uses it may change, e.g. `split` or `tune.epochs`. */
  readonly lock?: readonly string[];
  /** What it allows in trainings that use it. */
  readonly rules?: TeamRules;
}

const { id, version, about, ...optional } = presetHeadEntries;
const head = v.looseObject({
  id,
  version,
  about,
  cost: v.exactOptional(optional.cost),
  lock: v.exactOptional(optional.lock),
  rules: v.exactOptional(optional.rules),
});

/**
 * Makes a preset: checked, merged with what it extends, frozen.
 * Merge rule: later wins, objects by key, arrays replace, `null` removes; a model and a split are one value each.
 *
 * @throws INPUT_INVALID; PRESET_INVALID when it changes what a parent locks.
 * @example
 * ```ts
 * import { definePreset, yoloPresets } from "@trainyard/presets";
 * export default definePreset({
 *   id: "acme/detect",
 *   about: "Our line cameras.",
 *   extends: yoloPresets.balanced,
 *   spec: { tune: { epochs: 120 } },
 *   lock: ["split"],
 *   rules: { maxEpochs: 200 },
 * });
 * ```
 */
export function definePreset(
  input: PresetInput & { readonly spec: { readonly model: ModelRef } },
): ModelPreset;
export function definePreset(input: PresetInput & { readonly extends: ModelPreset }): ModelPreset;
export function definePreset(input: PresetInput): Preset;
export function definePreset(input: PresetInput): Preset {
  const named = parseInput(head, { version: "1.0.0", ...input }, "preset");
  const name = presetName(named);
  const parent = input.extends;
  if (parent !== undefined && !Array.isArray(parent.layers))
    throw new TrainyardError("INPUT_INVALID", `preset ${name}: extends expects a preset.`);
  const { lock = [], rules = {}, cost = parent?.cost } = named;
  // Specs are JSON-safe, so this copies them whole and leaves the caller's objects alone.
  const layer: Layer = structuredClone({
    origin: name,
    spec: parsePresetSpec(input.spec, `preset ${name}`),
    ...(lock.length === 0 ? {} : { lock }),
    ...(Object.keys(rules).length === 0 ? {} : { rules }),
  });
  const layers = [...(parent?.layers ?? []), layer];
  const [broken] = policyProblems(layers, {});
  if (broken !== undefined)
    throw new TrainyardError("PRESET_INVALID", `preset ${name}: ${broken.message}`, { hint: broken.hint });
  const preset: Preset = {
    id: named.id,
    version: named.version,
    about: named.about,
    ...(cost === undefined ? {} : { cost }),
    spec: patchOf(layers),
    layers,
    lock,
    rules,
    ...(parent === undefined ? {} : { extends: parent }),
    parents: parent === undefined ? [] : [presetName(parent), ...parent.parents],
  };
  showInNotebook(preset, presetText);
  return deepFreeze(preset);
}

function presetText({ about, spec, lock, ...named }: Preset): string {
  const locked = lock.length === 0 ? "" : `\n  locked: ${lock.join(", ")}`;
  return `Preset ${presetName(named)}: ${about}\n${settingsText(spec)}${locked}`;
}

/** What the layers say together; what the last word on a setting removes stays removed for whoever uses it. */
function patchOf(layers: readonly Layer[]): SpecPatch {
  const keys = new Set(layers.flatMap(({ spec }) => Object.keys(spec)));
  const removed = [...keys].filter((key) => saidFor(layers, key)[0]?.value === null);
  return { ...foldLayers(layers), ...Object.fromEntries(removed.map((key) => [key, null])) };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
