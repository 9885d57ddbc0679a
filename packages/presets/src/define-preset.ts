import type { SpecPatch } from "@trainyard/core";
import { mergeSpecs, TrainyardError, trainSpecSchema } from "@trainyard/core";
import { parseInput } from "@trainyard/core/wire";
import * as v from "valibot";
import type { Preset, PresetCost } from "./preset.ts";

/** What {@link definePreset} is told. */
export interface PresetInput {
  readonly id: string;
  readonly version?: string;
  readonly about: string;
  /** What it costs to train; the parent's where it is left out. */
  readonly cost?: PresetCost;
  /** The preset this one changes. */
  readonly extends?: Preset;
  readonly spec: SpecPatch;
}

const head = v.object({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z\d][\w.-]*(\/[a-z\d][\w.-]*)+$/i, "expected an id such as acme/detect"),
  ),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/, "expected a version such as 1.0.0")),
  about: v.pipe(v.string(), v.nonEmpty("expected a sentence on when to use it")),
  cost: v.optional(v.picklist(["minutes", "an hour", "hours", "a day"])),
});

/**
 * Makes a preset: checked, merged with what it extends, frozen.
 * Merge rule: later wins, objects by key, arrays replace, `null` removes.
 *
 * @throws INPUT_INVALID
 * @example
 * ```ts
 * import { definePreset, yoloPresets } from "@trainyard/presets";
 * export default definePreset({
 *   id: "acme/detect",
 *   about: "Our line cameras.",
 *   extends: yoloPresets.balanced,
 *   spec: { tune: { epochs: 120 } },
 * });
 * ```
 */
export function definePreset(input: PresetInput): Preset {
  const { id, version, about } = parseInput(head, { version: "1.0.0", ...input }, "preset");
  const parent = input.extends;
  const said = Object.fromEntries(Object.entries(input.spec).filter(([, value]) => value !== null));
  parseInput(trainSpecSchema, said, `preset ${id}`);
  if (parent !== undefined && typeof parent.spec !== "object")
    throw new TrainyardError("INPUT_INVALID", `preset ${id}: extends expects a preset.`);
  const cost = input.cost ?? parent?.cost;
  const base = parent === undefined ? {} : mergeSpecs({}, parent.spec);
  return deepFreeze({
    id,
    version,
    about,
    ...(cost === undefined ? {} : { cost }),
    // Specs are JSON-safe, so this copies them whole and leaves the caller's objects alone.
    spec: JSON.parse(JSON.stringify(parent === undefined ? input.spec : mergeSpecs(base, input.spec))),
    parents: parent === undefined ? [] : [`${parent.id}@${parent.version}`, ...parent.parents],
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}
