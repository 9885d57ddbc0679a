import type { Selectors } from "../state/selectors.ts";
import type { PageApp, PageForm } from "./page-state.ts";

/** Titles and sentences of the eight steps. Source: specification, "Steps"; platform fact, the page's subtitles. */
export const stepTitles: readonly (readonly [title: string, about: string])[] = [
  ["Select Project", "The project whose images and annotations are trained on."],
  ["Select Model", "A published model, or a checkpoint of an earlier training."],
  ["Select Classes", "Classes that will be used for training."],
  ["Train / Val Split", "Which images train the model, and which judge it."],
  ["Hyperparameters", "The text the training app reads."],
  ["Model Benchmark", "Evaluates the best checkpoint after training."],
  ["Export", "Further formats of the best checkpoint."],
  ["Start Training", "A name, and the training as it will be done."],
];

/** The step each value belongs to. The compiler sees that none is left out. */
export const stepOf: { readonly [Key in keyof Required<PageForm>]: number } = {
  cacheProject: 0,
  model: 1,
  classes: 2,
  convertClassShapes: 2,
  tags: 2,
  split: 3,
  hyperparameters: 4,
  benchmark: 5,
  speedtest: 5,
  exports: 6,
  experimentName: 7,
  device: 7,
  autostart: 7,
};

/** Number of the last step, the one that starts. */
export const lastStep = 7;

/** Whether an app asks for a step. */
export function stepIsOn(step: number, app: Pick<PageApp, "exports">, selectors: Selectors): boolean {
  if (step === 2) return (selectors.classes ?? true) || (selectors.tags ?? false);
  if (step === 3) return selectors.splits ?? true;
  if (step === 5) return selectors.benchmark ?? true;
  return step !== 6 || app.exports.length > 0;
}
