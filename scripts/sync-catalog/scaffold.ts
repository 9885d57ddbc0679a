import type { Names } from "./names.ts";
import type { CheckoutFacts } from "./read-checkout.ts";

/** First versions of a framework's hand-written files, by name: they compile, and say what is still to be looked up. */
export function scaffold(
  facts: CheckoutFacts,
  { folder, value, type }: Names,
): Readonly<Record<string, string>> {
  const paths = facts.hyperparameters.items.map(({ path }) => path);
  const guess = (names: RegExp) => paths.find((path) => names.test(path)) ?? paths[0] ?? "";
  const length = guess(/^(epoch|n_iter|max_iter|iterations)/);
  const label = /iter/.test(length) ? "Iterations" : "Epochs";
  return {
    "notes.ts": `import type { HyperparameterNotes } from "../framework.ts";

/** What the makers of ${facts.name} say of its hyperparameters beyond the app's file. */
export const ${value}Notes: HyperparameterNotes = {};
`,
    "framework.ts": `import { describeHyperparameters } from "../describe-hyperparameters.ts";
import type { Framework } from "../framework.ts";
import { ${value}App } from "./app.ts";
import { ${value}FileHyperparameters, ${value}HyperparametersText } from "./hyperparameters.ts";
import { ${value}Models } from "./models.ts";
import { ${value}Notes } from "./notes.ts";

/** The ${facts.name} training app. Look up in its code: whether main.py reads auto_start, and its best checkpoint. */
export const ${value}: Framework = {
  ...${value}App,
  models: ${value}Models,
  hyperparameters: describeHyperparameters(${value}FileHyperparameters, ${value}Notes),
  hyperparametersText: ${value}HyperparametersText,
  autostart: false,
  keys: { length: ${JSON.stringify(length)}, batch: ${JSON.stringify(guess(/^batch/))} },
  progressLabel: "${label}",
  bestCheckpoint: "best.pth",
};
`,
    "presets.ts": `import { parseModel } from "@trainyard/core";
import { definePreset } from "../define-preset.ts";
import type { Preset } from "../preset.ts";

/** The named presets of ${facts.name}. */
export const ${value}Presets: { readonly balanced: Preset } = {
  balanced: definePreset({
    id: "${folder}/balanced",
    about: "The app's own defaults.",
    spec: { model: parseModel(${JSON.stringify(`${facts.name}/${facts.defaultModel}`)}) },
  }),
};
`,
    "index.ts": `/**
 * ${facts.name} alone, without the other frameworks.
 *
 * @module @trainyard/presets/${folder}
 */
export { ${value} } from "./framework.ts";
export type { ${type}Hyperparameters } from "./hyperparameters.ts";
export type { ${type}ModelName } from "./models.ts";
export { ${value}Presets } from "./presets.ts";
`,
  };
}
