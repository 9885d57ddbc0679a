import { yamlSurprises } from "../hyperparameters/check/yaml-surprises.ts";
import { trainingLength } from "../hyperparameters/facts/training-length.ts";
import { suggest } from "../spec/closest.ts";
import type { FrameworkFacts } from "../spec/framework-facts.ts";
import type { Layer } from "../spec/layer.ts";
import type { Problem } from "../spec/problem.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { factsProblems } from "./check/check-facts.ts";
import type { Decided } from "./check/check-policy.ts";
import { policyProblems } from "./check/check-policy.ts";
import { checkSettings } from "./check/check-settings.ts";
import { makeProblem } from "./problems/make-problem.ts";
import { withOrigins } from "./problems/problem-origin.ts";
import { shownProblems } from "./problems/shown-problems.ts";
import { requireSpec } from "./require-spec.ts";

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
 * import { checkSpec } from "@trainyard/core";
 * import { emptySpec } from "@trainyard/core/spec";
 * const problems = checkSpec(emptySpec);
 * ```
 * Source: the specification's "Can be enabled only if"; platform facts of the training app's validation.
 */
export function checkSpec(said: TrainSpec, options: CheckOptions = {}): readonly Problem[] {
  const spec = requireSpec(said);
  const { facts, layers } = options;
  const problems = [
    ...checkSettings(spec),
    ...framework(spec, options.frameworks),
    ...(facts === undefined ? [] : factsProblems(spec, facts)),
    ...policyProblems(layers ?? [], decided(spec, facts)),
    ...surprises(spec, facts),
  ];
  return shownProblems(withOrigins(problems, layers));
}

/** What PyYAML makes of the text, but for what the app's own file has just so. */
function surprises(
  { hyperparameters: text }: TrainSpec,
  facts: FrameworkFacts | undefined,
): readonly Problem[] {
  const meant = new Map(facts?.hyperparameters.map((fact) => [`hyperparameters.${fact.path}`, fact.default]));
  return yamlSurprises(text ?? "").filter(({ path, value }) => meant.get(path) !== value);
}

/** An agent that is chosen by itself, and the framework of a checkpoint, are known to plan() only. */
function decided(spec: TrainSpec, facts: FrameworkFacts | undefined): Decided {
  const { agent, model, split = specDefaults.split } = spec;
  return {
    ...(typeof agent === "number" ? { agent } : {}),
    ...(model?.from === "pretrained" ? { framework: model.framework } : {}),
    split: split.by,
    length: trainingLength(spec, facts),
    facts,
  };
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
