import type { AuthorsArguments, FrameworkFacts, HyperparameterFacts } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { pyToJson } from "../read/py-to-json.ts";
import type { SaidValue } from "../read/said-values.ts";
import { saidValues } from "../read/said-values.ts";
import { checkRules } from "./check-rules.ts";
import { checkValue } from "./check-value.ts";
import { findHyperparameter } from "./find-hyperparameter.ts";

/** What checking needs of a framework. */
export type KnownHyperparameters = Pick<FrameworkFacts, "hyperparameters" | "rules" | "authors">;

/**
 * Finds what is wrong with the hyperparameters that a spec sets, by what is known of the framework: unknown names with
 * "did you mean", kinds, choices, ranges, and rules between several. Pure; asks nobody.
 *
 * A name that nobody knows is an error when it is a slip for a known one, or where the trainer refuses what it does not
 * know; else a warning: makers' parameters may be added by hand.
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
  return [...given.flatMap((value) => checkOne(value, known, facts.authors)), ...checkRules(given, facts)];
}

function checkOne(
  said: SaidValue,
  known: ReadonlyMap<string, HyperparameterFacts>,
  authors: AuthorsArguments | undefined,
): readonly Problem[] {
  const facts = known.get(said.path);
  if (facts !== undefined) return checkValue(said, facts);
  if (isWithinKnown(said.path, (path) => known.get(path)?.kinds)) return [];
  const inner = [...known.keys()].filter((path) => path.startsWith(`${said.path}.`));
  if (inner.length > 0) return [notMapping(said, inner)];
  if (authors?.overwritten.includes(said.path) === true) return [overwritten(said)];
  if (authors?.dropped.includes(said.path) === true) return [dropped(said, authors)];
  const argument = authors?.arguments.find(({ path }) => path === said.path);
  if (argument !== undefined) return checkValue(said, argument);
  const kindsOf = (path: string) => authors?.arguments.find((one) => one.path === path)?.kinds;
  if (isWithinKnown(said.path, kindsOf)) return [];
  return [unknown(said, [...known.keys()], authors)];
}

/** A place in a list, or a key of a mapping whose keys nobody declares. */
function isWithinKnown(
  path: string,
  kindsOf: (path: string) => HyperparameterFacts["kinds"] | undefined,
): boolean {
  const parts = path.split(".");
  return parts.some((_, i) => {
    const kinds = kindsOf(parts.slice(0, i).join(".")) ?? [];
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

function overwritten(said: SaidValue): Problem {
  return {
    ...place(said, "HYPERPARAMETER_OVERWRITTEN", "warning"),
    message: `The training app sets ${said.path} itself: what is said here has no effect.`,
    hint: `Leave ${said.path} out.`,
  };
}

function dropped(said: SaidValue, { of }: AuthorsArguments): Problem {
  return {
    ...place(said, "HYPERPARAMETER_UNKNOWN", "warning"),
    message: `${of} no longer has ${JSON.stringify(said.path)}: it takes the name and drops the value.`,
    hint: `Leave ${said.path} out.`,
  };
}

function unknown(said: SaidValue, known: readonly string[], authors: AuthorsArguments | undefined): Problem {
  const names = [...known, ...(authors?.arguments ?? []).map(({ path }) => path)];
  const near = findHyperparameter(said.path, names);
  const isRefused = authors?.unknown === "refused";
  const spaces = said.path.trim() === near?.path ? " (without the spaces)" : "";
  const otherwise =
    authors === undefined
      ? "Keep it if the model's authors have it; the app may ignore it otherwise."
      : `Leave ${said.path} out.`;
  return {
    ...place(said, "HYPERPARAMETER_UNKNOWN", isRefused || near?.isSlip === true ? "error" : "warning"),
    message: unknownMessage(JSON.stringify(said.path), authors),
    hint: near === undefined ? otherwise : `Did you mean ${JSON.stringify(near.path)}${spaces}?`,
    allowed: known,
  };
}

function unknownMessage(name: string, authors: AuthorsArguments | undefined): string {
  if (authors === undefined) return `The training app's hyperparameters have no ${name}.`;
  return authors.unknown === "refused"
    ? `${authors.of} has no ${name} and refuses names that it does not know: the task would end on its GPU.`
    : `${authors.of} has no ${name} and goes on without it: what is said here has no effect.`;
}

function place(
  said: SaidValue,
  code: string,
  severity: Problem["severity"],
): Pick<Problem, "code" | "severity" | "path" | "value"> {
  return { code, severity, path: `${said.by}.${said.path}`, value: pyToJson(said.value) };
}
