import type { ComparedExperiment } from "./compared-experiment.ts";

/**
 * Why the figures of experiments do not say which is better; empty where they do: one task, the same classes, and
 * validation on the same images, proven by their files.
 */
export function whyApart(experiments: readonly ComparedExperiment[]): readonly string[] {
  const values = (of: (one: ComparedExperiment) => unknown) =>
    new Set(experiments.map((one) => JSON.stringify(of(one)) ?? "null"));
  const reasons: string[] = [];
  const tasks = values(({ taskType }) => taskType);
  if (tasks.size > 1) reasons.push(`They do different things: ${[...tasks].join(", ")}.`);
  const classes = values((one) => one.classes);
  if (classes.size > 1) reasons.push("They were trained on different classes.");
  if (classes.has("null")) reasons.push("The files of an experiment do not say its classes.");
  const validation = values((one) => one.validation);
  if (validation.has("null")) {
    // Without the list, equal sizes prove nothing.
    reasons.push("The files of an experiment do not say which images it was validated on.");
  } else if (validation.size > 1) reasons.push("They were validated on different images.");
  return reasons;
}
