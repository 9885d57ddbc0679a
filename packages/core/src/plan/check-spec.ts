import type { FrameworkFacts } from "../spec/framework-facts.ts";
import type { Layer } from "../spec/layer.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { factsProblems } from "./check-facts.ts";
import { checkSplit } from "./check-split.ts";
import { suggest } from "./closest.ts";
import { hyperparametersProblems } from "./hyperparameters-text.ts";
import { makeProblem } from "./make-problem.ts";
import type { Problem } from "./problem.ts";
import { withOrigins } from "./problem-origin.ts";

/** What a check may know besides the spec. */
export interface CheckOptions {
  /** The framework of the spec's model; `@trainyard/presets` has them. */
  readonly facts?: FrameworkFacts;
  /** The frameworks that are known; another one is worth a question. */
  readonly frameworks?: readonly string[];
  /** Who said what; problems then name it. */
  readonly layers?: readonly Layer[];
}

/**
 * Finds what is wrong with a spec without asking the instance: every problem at once.
 *
 * @example
 * ```ts
 * import { checkSpec, emptySpec } from "@trainyard/core";
 * const problems = checkSpec(emptySpec);
 * ```
 * Source: the specification's "Can be enabled only if"; platform facts of the training app's validation.
 */
export function checkSpec(spec: TrainSpec, options: CheckOptions = {}): readonly Problem[] {
  const { facts, layers } = options;
  const problems = [
    ...missing(spec),
    ...model(spec),
    ...framework(spec, options.frameworks),
    ...switches(spec),
    ...checkSplit(spec.split),
    ...name(spec),
    ...hyperparametersProblems(spec),
    ...(facts === undefined ? [] : factsProblems(spec, facts)),
  ];
  return withOrigins(problems, layers);
}

function* missing(spec: TrainSpec): Iterable<Problem> {
  if (spec.project === undefined)
    yield makeProblem("STEP_MISSING", "project", "No project is named.", { hint: "Add .project(id)." });
  if (spec.model === undefined)
    yield makeProblem("STEP_MISSING", "model", "No model is named.", {
      hint: 'Add .model("FRAMEWORK/NAME").',
    });
}

function* model({ model }: TrainSpec): Iterable<Problem> {
  if (model === undefined || model.from === "pretrained") return;
  const file = model.from === "checkpoint" ? model.path : model.checkpoint;
  if (/\.(onnx|engine)$/i.test(file))
    yield makeProblem(
      "CHECKPOINT_UNUSABLE",
      "model",
      `${file} is an exported model; the training app can only start from checkpoints.`,
      { value: file },
    );
}

function* framework({ model }: TrainSpec, known: readonly string[] | undefined): Iterable<Problem> {
  if (model?.from !== "pretrained" || known === undefined || known.includes(model.framework)) return;
  yield makeProblem(
    "FRAMEWORK_UNKNOWN",
    "model",
    `The framework ${JSON.stringify(model.framework)} is not known here; only the instance can say whether it has it.`,
    { hint: suggest(model.framework, known, "framework"), value: model.framework, allowed: known },
  );
}

function* switches(spec: TrainSpec): Iterable<Problem> {
  if (spec.speedtest === true && (spec.benchmark ?? specDefaults.benchmark) === false)
    yield makeProblem(
      "SPEEDTEST_WITHOUT_BENCHMARK",
      "speedtest",
      "The speed test is part of the model benchmark, which is off.",
    );
}

function* name({ experimentName: value }: TrainSpec): Iterable<Problem> {
  if (value === undefined) return;
  if (value.trim() === "") yield makeProblem("NAME_EMPTY", "experimentName", "The name is empty.", { value });
  if (/[\\/]/.test(value))
    yield makeProblem(
      "NAME_HAS_SLASH",
      "experimentName",
      `${JSON.stringify(value)} holds a slash, which the app refuses.`,
      { value },
    );
}
