import type { FrameworkFacts, HyperparameterFacts } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { pyToJson } from "../read/py-to-json.ts";
import type { SaidValue } from "../read/said-values.ts";
import { saidValues } from "../read/said-values.ts";
import { checkRules } from "./check-rules.ts";
import { checkValue } from "./check-value.ts";
import { findHyperparameter } from "./find-hyperparameter.ts";

/** What checking needs of a framework. */
export type KnownHyperparameters = Pick<FrameworkFacts, "hyperparameters" | "rules">;

/**
 * Finds what is wrong with the hyperparameters that a spec sets, by what is known of the framework: unknown names with
 * "did you mean", kinds, choices, ranges, and rules between several. Pure; asks nobody.
 *
 * An unknown name is an error when it looks like a known one, else a warning: makers' parameters may be added by hand.
 *
 * @throws INPUT_INVALID when `tune` holds what has no YAML form.
 * @example
 * ```ts
 * import { factsFromText, hyperparameterProblems } from "@trainyard/core/hyperparameters";
 * const facts = { hyperparameters: factsFromText("epochs: 100\nlr: 0.1\n") };
 * const problems = hyperparameterProblems({ tune: { epoch: 10, lr: "1e-4" } }, facts);
 * ```
 * Source: specification, "If you can't find the parameter … you can add it manually".
 */
export function hyperparameterProblems(
  spec: Pick<TrainSpec, "tune" | "hyperparameters">,
  facts: KnownHyperparameters,
): readonly Problem[] {
  if (facts.hyperparameters.length === 0) return [];
  const known = new Map(facts.hyperparameters.map((fact) => [fact.path, fact]));
  const said = saidValues(spec, (path) => known.has(path));
  // In tune, null takes a key out, so it has no kind to check.
  const given = said.filter(({ by, value }) => by !== "tune" || value.kind !== "null");
  return [...given.flatMap((value) => checkOne(value, known)), ...checkRules(given, facts)];
}

function checkOne(said: SaidValue, known: ReadonlyMap<string, HyperparameterFacts>): readonly Problem[] {
  const facts = known.get(said.path);
  if (facts !== undefined) return checkValue(said, facts);
  if (isWithinKnown(said.path, known)) return [];
  const inner = [...known.keys()].filter((path) => path.startsWith(`${said.path}.`));
  return [inner.length > 0 ? notMapping(said, inner) : unknown(said, [...known.keys()])];
}

/** A place in a list, or a key of a mapping whose keys nobody declares. */
function isWithinKnown(path: string, known: ReadonlyMap<string, HyperparameterFacts>): boolean {
  const parts = path.split(".");
  return parts.some((_, i) => {
    const kinds = known.get(parts.slice(0, i).join("."))?.kinds ?? [];
    return kinds.includes("map") || (kinds.includes("list") && /^\d+$/.test(parts[i] ?? ""));
  });
}

function notMapping(said: SaidValue, inner: readonly string[]): Problem {
  return {
    ...place(said, "HYPERPARAMETER_TYPE", "error"),
    message: `${said.path} is a mapping, which this value would replace.`,
    hint: `Set what is in it: ${inner.slice(0, 8).join(", ")}.`,
    allowed: ["a mapping"],
  };
}

function unknown(said: SaidValue, known: readonly string[]): Problem {
  const near = findHyperparameter(said.path, known);
  const message = `The training app's hyperparameters have no ${JSON.stringify(said.path)}.`;
  if (near === undefined)
    return {
      ...place(said, "HYPERPARAMETER_UNKNOWN", "warning"),
      message,
      hint: "Keep it if the model's authors have it; the app may ignore it otherwise.",
      allowed: known,
    };
  const spaces = said.path.trim() === near ? " (without the spaces)" : "";
  return {
    ...place(said, "HYPERPARAMETER_UNKNOWN", "error"),
    message,
    hint: `Did you mean ${JSON.stringify(near)}${spaces}?`,
    allowed: known,
  };
}

function place(
  said: SaidValue,
  code: string,
  severity: Problem["severity"],
): Pick<Problem, "code" | "severity" | "path" | "value"> {
  return { code, severity, path: `${said.by}.${said.path}`, value: pyToJson(said.value) };
}
