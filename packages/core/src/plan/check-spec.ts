import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { transportProblems } from "./check-transport.ts";
import { hyperparametersProblems } from "./hyperparameters-text.ts";
import type { Problem } from "./problem.ts";

/**
 * Finds what is wrong with a spec without asking the instance: every problem at once.
 *
 * @example
 * ```ts
 * import { checkSpec, emptySpec } from "@trainyard/core";
 * const problems = checkSpec(emptySpec);
 * ```
 * Source: the specification's "Can be enabled only if".
 */
export function checkSpec(spec: TrainSpec): readonly Problem[] {
  return [
    ...missing(spec),
    ...options(spec),
    ...split(spec),
    ...name(spec),
    ...hyperparametersProblems(spec),
    ...transportProblems(spec),
  ];
}

function error(code: string, path: string, message: string, hint: string, value?: unknown): Problem {
  return { code, severity: "error", path, message, hint, ...(value === undefined ? {} : { value }) };
}

function* missing(spec: TrainSpec): Iterable<Problem> {
  if (spec.project === undefined)
    yield error("STEP_MISSING", "project", "No project is named.", "Add .project(id).");
  if (spec.model === undefined)
    yield error("STEP_MISSING", "model", "No model is named.", 'Add .model("FRAMEWORK/NAME").');
}

function* options(spec: TrainSpec): Iterable<Problem> {
  if (spec.speedtest === true && (spec.benchmark ?? specDefaults.benchmark) === false)
    yield error(
      "SPEEDTEST_WITHOUT_BENCHMARK",
      "speedtest",
      "The speed test is part of the model benchmark, which is off.",
      "Turn the benchmark on, or the speed test off.",
    );
}

function* split({ split }: TrainSpec): Iterable<Problem> {
  if (split === undefined || split.by === "random") return;
  if (split.by === "tags") {
    if (split.train === split.val)
      yield error(
        "SPLIT_OVERLAPS",
        "split",
        `Train and val are both the tag ${JSON.stringify(split.train)}.`,
        "Name two different tags.",
      );
    return;
  }
  const both = split.train.filter((id) => split.val.includes(id));
  if (both.length > 0)
    yield error(
      "SPLIT_OVERLAPS",
      "split",
      `The ${split.by} ${both.join(", ")} stand on both sides, so validation would measure training images.`,
      "Put each on one side only.",
      both,
    );
}

function* name({ experimentName }: TrainSpec): Iterable<Problem> {
  if (experimentName === undefined) return;
  if (experimentName.trim() === "")
    yield error("NAME_EMPTY", "experimentName", "The name is empty.", "Leave it out for the default name.");
  if (/[\\/]/.test(experimentName))
    yield error(
      "NAME_HAS_SLASH",
      "experimentName",
      `${JSON.stringify(experimentName)} holds a slash, which the app refuses.`,
      "Use another character.",
    );
}
