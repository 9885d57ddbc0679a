import { checkSpec } from "@trainyard/core";
import { mergeSpecs } from "@trainyard/core/spec";
import { resolvePresets } from "../../files/resolve-presets.ts";
import { frameworks } from "../../frameworks.ts";

import { namedPresets } from "../../named-presets.ts";
import { presetName } from "../../preset.ts";
import { readPresetFiles } from "../load-preset-files.ts";
import type { Command } from "./command.ts";

/** `validate`: whether files of presets can be used, with every problem of every preset. */
export const validateCommand: Command = {
  usage: "validate FILE",
  about: "whether a file, folder or package of presets can be used",
  names: 1,
  async run({ names, out, cwd = process.cwd() }) {
    const presets = resolvePresets(await readPresetFiles(names[0] ?? "", cwd), namedPresets);
    let errors = 0;
    for (const preset of presets) {
      const spec = mergeSpecs({}, preset.spec);
      const { model } = spec;
      const facts = frameworks.find(({ name }) => model?.from === "pretrained" && name === model.framework);
      const known = { layers: preset.layers, frameworks: frameworks.map(({ name }) => name) };
      const problems = checkSpec(spec, facts === undefined ? known : { ...known, facts }).filter(
        ({ code }) => code !== "STEP_MISSING",
      );
      errors += problems.filter(({ severity }) => severity === "error").length;
      out(`${presetName(preset)}: ${problems.length === 0 ? "good" : ""}`.trim());
      for (const { severity, path, message, hint } of problems)
        out(`  ${severity} ${path}: ${message} ${hint}`);
    }
    out(`${presets.length} presets, ${errors} errors.`);
    return errors === 0 ? 0 : 1;
  },
};
