import type { PyValue } from "@trainyard/pyyaml";
import { writeFlow } from "@trainyard/pyyaml";
import { closest } from "../../spec/closest.ts";
import type { HyperparameterFacts, HyperparameterKind } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import { pyToJson } from "../read/py-to-json.ts";
import type { SaidValue } from "../read/said-values.ts";
import { looksLikeNumber, numberForPyYaml } from "../read/surprising-scalar.ts";

const kindNames: Readonly<Record<HyperparameterKind, string>> = {
  int: "a whole number",
  float: "a number",
  bool: "true or false",
  str: "a text",
  list: "a list",
  map: "a mapping",
  null: "null",
};

/** What is wrong with a value by the facts of its hyperparameter: its kind, its choices, its range. */
export function checkValue(said: SaidValue, facts: HyperparameterFacts): readonly Problem[] {
  const { value } = said;
  if (facts.default !== undefined && JSON.stringify(facts.default) === JSON.stringify(pyToJson(value)))
    return [];
  if (value.kind === "bool" && !fits(value, facts.kinds) && isNumber(facts.kinds)) return [truth(said)];
  if (!fits(value, facts.kinds)) return [wrongKind(said, facts.kinds)];
  return [...wrongChoice(said, facts), ...outOfRange(said, facts)];
}

function fits(value: PyValue, kinds: readonly HyperparameterKind[]): boolean {
  if (kinds.length === 0) return true;
  return kinds.some((kind) => kind === value.kind || (kind === "float" && value.kind === "int"));
}

function isNumber(kinds: readonly HyperparameterKind[]): boolean {
  return kinds.includes("int") || kinds.includes("float");
}

/** Source: Python, where true is a number: whatever asks for one takes it as 1. */
function truth(said: SaidValue): Problem {
  const { path, value } = said;
  const number = pyToJson(value) === true ? 1 : 0;
  return {
    ...problem(
      said,
      "HYPERPARAMETER_TYPE",
      `${path} is a number; to Python ${shown(value)} is ${number}.`,
      `Give ${number}, if that is meant.`,
    ),
    severity: "warning",
  };
}

function problem(said: SaidValue, code: string, message: string, hint: string): Problem {
  const path = `${said.by}.${said.path}`;
  return { code, severity: "error", path, message, hint, value: pyToJson(said.value) };
}

function wrongKind(said: SaidValue, kinds: readonly HyperparameterKind[]): Problem {
  const { path, value, by } = said;
  const wanted = kinds.map((kind) => kindNames[kind]);
  const given = value.kind in kindNames ? kindNames[value.kind as HyperparameterKind] : `a ${value.kind}`;
  const number = isNumber(kinds);
  if (value.kind === "str" && number && looksLikeNumber(value.value.trim())) {
    const written = numberForPyYaml(value.value.trim());
    return {
      ...problem(
        said,
        "HYPERPARAMETER_TYPE",
        `${path} is the text ${JSON.stringify(value.value)} to PyYAML, not ${wanted.join(" or ")}.`,
        by === "tune"
          ? `Give the number ${Number(value.value)}, without quotes.`
          : `Write ${path}: ${written}`,
      ),
      allowed: wanted,
    };
  }
  return {
    ...problem(
      said,
      "HYPERPARAMETER_TYPE",
      `${path} takes ${wanted.join(" or ")}, and ${shown(value)} is ${value.kind === "float" && !kinds.includes("float") ? "no whole number to PyYAML" : given}.`,
      `Give ${wanted.join(" or ")}.`,
    ),
    allowed: wanted,
  };
}

function shown(value: PyValue): string {
  const text = value.kind === "str" ? JSON.stringify(value.value) : writeFlow(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function wrongChoice(said: SaidValue, { path, choices }: HyperparameterFacts): readonly Problem[] {
  const { value } = said;
  const single =
    value.kind === "str" || value.kind === "int" || value.kind === "float" || value.kind === "bool";
  if (choices === undefined || !single) return [];
  const given = pyToJson(value);
  if (choices.some((choice) => choice === given)) return [];
  const allowed = choices.map(String);
  const near = closest(String(given), allowed);
  return [
    {
      ...problem(
        said,
        "HYPERPARAMETER_CHOICE",
        `${path} has no choice ${shown(value)}.`,
        near === undefined ? `Choose one of ${allowed.join(", ")}.` : `Did you mean ${JSON.stringify(near)}?`,
      ),
      allowed,
    },
  ];
}

function outOfRange(said: SaidValue, { path, min, max }: HyperparameterFacts): readonly Problem[] {
  const bad = numbersIn(said.value).find(
    (number) => Number.isNaN(number) || number < (min ?? -Infinity) || number > (max ?? Infinity),
  );
  if (bad === undefined || (min === undefined && max === undefined)) return [];
  const range =
    min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `from ${min} to ${max}`;
  return [
    {
      ...problem(
        said,
        "HYPERPARAMETER_RANGE",
        `${path} is ${range}, and ${bad} is not.`,
        `Give a number ${range}.`,
      ),
      allowed: [range],
    },
  ];
}

/** The numbers of a value: itself, or a list's. */
export function numbersIn(value: PyValue): readonly number[] {
  if (value.kind === "int" || value.kind === "float") return [Number(value.value)];
  return value.kind === "list" ? value.items.flatMap(numbersIn) : [];
}
