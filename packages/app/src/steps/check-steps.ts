import type { AppOffer } from "./app-offer.ts";
import { readHyperparameters } from "./read-hyperparameters.ts";
import type { Settings } from "./settings.ts";

/** A step of the page and what is wrong in it; undefined when it may be passed. */
export interface StepCheck {
  readonly step: string;
  readonly problem: string | undefined;
}

type Check = (settings: Settings, app: AppOffer) => string | undefined;

/** The steps in the page's order. Source: specification, "Steps"; platform facts, the widgets' validators. */
const steps: readonly (readonly [string, Check])[] = [
  ["Input project", () => undefined],
  [
    "Model",
    ({ model }, { models }) =>
      model.from === "experiment" ||
      models.some(({ name }) => name.toLowerCase() === model.name.toLowerCase())
        ? undefined
        : `The app has no model ${JSON.stringify(model.name)}.`,
  ],
  [
    "Classes",
    ({ classes, tags = [], meta }, { selectors = {} }) => {
      if (meta.classes.length === 0) return "Project has no classes";
      if (classes.length === 0) return "Please select at least one class";
      if (selectors.tags !== true) return undefined;
      if (meta.tags.length === 0) return "Project has no tags";
      return tags.length === 0 ? "Please select at least one tag" : undefined;
    },
  ],
  [
    "Train / Val Splits",
    ({ split }) => {
      if (split.by === "random" || split.by === "tags") return undefined;
      if (split.train.length === 0) return `No train ${split.by} are selected`;
      return split.val.length === 0 ? `No val ${split.by} are selected` : undefined;
    },
  ],
  [
    "Hyperparameters",
    ({ hyperparameters }) => {
      if (hyperparameters === null) return undefined;
      try {
        readHyperparameters(hyperparameters);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  ],
  ["Model Benchmark", () => undefined],
  [
    "Export",
    ({ exports }, app) => {
      const lacking = exports.filter((format) => !app.exports.includes(format));
      return lacking.length === 0 ? undefined : `The app cannot export to ${lacking.join(", ")}.`;
    },
  ],
  [
    "Training Process",
    ({ experimentName }) =>
      experimentName !== null && /[\\/]/.test(experimentName)
        ? "Experiment name contains invalid characters: \\/"
        : undefined,
  ],
];

/** Checks every step in order. */
export function checkSteps(settings: Settings, app: AppOffer): readonly StepCheck[] {
  return steps.map(([step, check]) => ({ step, problem: check(settings, app) }));
}
