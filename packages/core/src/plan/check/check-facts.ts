import { hyperparameterProblems } from "../../hyperparameters/check/check-hyperparameters.ts";
import { suggest } from "../../spec/closest.ts";
import type { FrameworkFacts, ModelFacts } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { specDefaults } from "../../spec/train-spec.ts";
import { makeProblem } from "../problems/make-problem.ts";

/**
 * Finds what a framework's training app cannot do: an unknown model, a format it lacks, a start from code.
 *
 * Source: platform facts; the app trains its default for an unknown model, and crashes on an export it lacks.
 */
export function factsProblems(spec: TrainSpec, facts: FrameworkFacts): readonly Problem[] {
  return [
    ...modelProblems(spec, facts),
    ...exportProblems(spec, facts),
    ...appProblems(spec, facts),
    ...hyperparameterProblems(spec, facts),
  ];
}

/** The app's model of a name; names are compared without regard to case. */
export function findModel(name: string, models: readonly ModelFacts[]): ModelFacts | undefined {
  const wanted = name.toLowerCase();
  return models.find((model) => model.name.toLowerCase() === wanted);
}

function* modelProblems({ model }: TrainSpec, facts: FrameworkFacts): Iterable<Problem> {
  if (model?.from !== "pretrained" || facts.models.length === 0) return;
  const { name } = model;
  const found = findModel(name, facts.models);
  if (found === undefined) {
    const names = facts.models.map((item) => item.name);
    yield makeProblem(
      "MODEL_UNKNOWN",
      "model",
      `${facts.app} has no model ${JSON.stringify(name)}; it would train its default model instead.`,
      { hint: suggest(name, names, "model"), value: name, allowed: names },
    );
  } else if (found.name !== name)
    yield makeProblem(
      "MODEL_CASE_DIFFERS",
      "model",
      `The app writes ${JSON.stringify(name)} as ${JSON.stringify(found.name)}, and finds it all the same.`,
      { hint: `Write ${JSON.stringify(found.name)}.`, value: name },
    );
}

function* exportProblems(spec: TrainSpec, facts: FrameworkFacts): Iterable<Problem> {
  const { model, exports = specDefaults.exports } = spec;
  const found = model?.from === "pretrained" ? findModel(model.name, facts.models) : undefined;
  for (const format of exports) {
    if (facts.exports.includes(format) && found?.exports?.includes(format) !== false) continue;
    const owner = facts.exports.includes(format) ? `The model ${found?.name}` : facts.app;
    const allowed = (found?.exports ?? facts.exports).filter((known) => facts.exports.includes(known));
    yield makeProblem("EXPORT_UNSUPPORTED", "exports", `${owner} cannot be exported to ${format}.`, {
      hint: allowed.length === 0 ? "It has no exports." : `It has: ${allowed.join(", ")}.`,
      value: format,
      allowed,
    });
  }
  const lacking = (["onnx", "tensorrt"] as const).filter((format) => !facts.exports.includes(format));
  if (lacking.length > 0 && (facts.limits ?? []).length === 0)
    yield makeProblem(
      "EXPORT_OPTION_CRASHES",
      "model",
      `${facts.app} has no export to ${lacking.join(" or ")}, and crashes on a start from code, which must mention it.`,
    );
}

function* appProblems(spec: TrainSpec, facts: FrameworkFacts): Iterable<Problem> {
  for (const limit of facts.limits ?? [])
    yield makeProblem("APP_LIMITED", "model", `${facts.app}: ${sentence(limit)}`);
  if (!facts.autostart && (spec.autostart ?? specDefaults.autostart))
    yield makeProblem(
      "NO_AUTOSTART",
      "autostart",
      `${facts.app} does not start by itself: it opens with these settings filled in and waits.`,
    );
}

function sentence(text: string): string {
  return /[.!]$/.test(text) ? text : `${text}.`;
}
