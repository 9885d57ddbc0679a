import type { Framework } from "./framework.ts";
import { frameworks } from "./frameworks.ts";
import { namedPresets } from "./named-presets.ts";
import type { Preset } from "./preset.ts";

/** Which presets {@link listPresets} gives. */
export interface PresetFilter {
  /** E.g. "object detection". */
  readonly task?: string;
  /** The framework's name, in any case. */
  readonly framework?: string;
}

/**
 * The presets that come with the package, or those given: all, or those of a task or a framework.
 *
 * @example
 * ```ts
 * import { listPresets } from "@trainyard/presets";
 * for (const { id, cost, about } of listPresets({ task: "instance segmentation" })) console.log(id, cost, about);
 * ```
 */
export function listPresets(
  { task, framework }: PresetFilter = {},
  presets: readonly Preset[] = namedPresets,
): readonly Preset[] {
  return presets.filter((preset) => {
    const facts = frameworkOf(preset);
    return (
      (framework === undefined || facts?.name.toLowerCase() === framework.toLowerCase()) &&
      (task === undefined || taskOf(preset, facts) === task.toLowerCase())
    );
  });
}

/** The framework that a preset's model is of; undefined when it names none. */
export function frameworkOf({ spec }: Preset): Framework | undefined {
  const { model } = spec;
  return model?.from === "pretrained" ? frameworks.find(({ name }) => name === model.framework) : undefined;
}

function taskOf({ spec }: Preset, framework: Framework | undefined): string | undefined {
  const { model } = spec;
  if (model?.from !== "pretrained") return undefined;
  return framework?.models.find(({ name }) => name === model.name)?.task;
}
