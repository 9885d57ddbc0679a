import * as v from "valibot";
import { showInNotebook } from "../show/show-as.ts";
import { modelRefSchema } from "./model-ref.ts";
import { formatModel } from "./parse-model.ts";
import type { Split } from "./split.ts";
import { splitSchema } from "./split.ts";
import type { TrainSpec } from "./train-spec.ts";

/** A value of a spec in a few words: models and splits as they are written, the rest as JSON of bounded length. */
export function showValue(value: unknown): string {
  const model = v.safeParse(modelRefSchema, value);
  if (model.success) return formatModel(model.output);
  const split = v.safeParse(splitSchema, value);
  if (split.success) return showSplit(split.output);
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** A split as it is written: `random(80)`, `tags("train", "val")`. */
function showSplit(split: Split): string {
  switch (split.by) {
    case "random":
      return split.side === "train" ? `random(${split.percent})` : `random(${split.percent}, "val")`;
    case "tags":
      return `tags(${JSON.stringify(split.train)}, ${JSON.stringify(split.val)})`;
    default:
      return `${split.by}([${split.train.join(", ")}], [${split.val.join(", ")}])`;
  }
}

/** The settings of a spec, one a line, long values cut short. */
export function settingsText(spec: object): string {
  const rows = Object.entries(spec);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${showValue(value)}`).join("\n");
}

/** The same spec, frozen, which a notebook shows as a list of its settings; elsewhere it prints as the data it is. */
export function shownSpec(spec: TrainSpec): TrainSpec {
  const shown = { ...spec };
  showInNotebook(shown, (one) => `Spec\n${settingsText(one)}`);
  return Object.freeze(shown);
}
