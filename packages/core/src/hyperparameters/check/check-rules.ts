import type { PyValue } from "@trainyard/pyyaml";
import { toPyValue } from "@trainyard/pyyaml";
import type { FrameworkFacts, HyperparameterRule } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import { asInputInvalid } from "../read/as-input-invalid.ts";
import { pyToJson } from "../read/py-to-json.ts";
import type { SaidValue } from "../read/said-values.ts";
import { numbersIn } from "./check-value.ts";

/** What is in force for each path, and what of it was set on purpose. */
interface Settings {
  readonly inForce: (path: string) => PyValue | undefined;
  readonly set: (path: string) => SaidValue | undefined;
  /** What of it is not the default all the same. */
  readonly changed: (path: string) => SaidValue | undefined;
}

/** What is wrong with values together: without effect, not changed along, above their bound. */
export function checkRules(
  said: readonly SaidValue[],
  facts: Pick<FrameworkFacts, "hyperparameters" | "rules">,
): readonly Problem[] {
  const defaults = new Map(facts.hyperparameters.map((fact) => [fact.path, fact.default]));
  const byPath = new Map(said.map((value) => [value.path, value]));
  const inForce = (path: string) => {
    const own = byPath.get(path);
    if (own !== undefined) return own.value;
    const value = defaults.get(path);
    return value === undefined ? undefined : asInputInvalid(() => toPyValue(value));
  };
  // A whole file repeats the defaults; only what differs from them was set on purpose.
  const changed = (path: string) => {
    const own = byPath.get(path);
    return own !== undefined && same(own.value, defaults.get(path)) ? undefined : own;
  };
  const set = (path: string) => {
    const own = byPath.get(path);
    return own?.by === "hyperparameters" ? changed(path) : own;
  };
  return (facts.rules ?? []).flatMap((rule) => [...checkRule(rule, { inForce, set, changed })]);
}

function* checkRule(rule: HyperparameterRule, settings: Settings): Iterable<Problem> {
  if (rule.kind === "no-effect") yield* noEffect(rule, settings);
  else if (rule.kind === "together") yield* together(rule, settings);
  else yield* atMost(rule, settings);
}

type Rule<K extends HyperparameterRule["kind"]> = Extract<HyperparameterRule, { kind: K }>;

function* noEffect(
  { keys, path, is, why }: Rule<"no-effect">,
  { inForce, changed }: Settings,
): Iterable<Problem> {
  const value = inForce(path);
  if (value === undefined || !same(value, is)) return;
  for (const key of keys) {
    const said = changed(key);
    if (said === undefined) continue;
    const message = `${key} has no effect while ${path} is ${JSON.stringify(is)}: ${sentence(why)}`;
    yield warning(
      said,
      "HYPERPARAMETER_NO_EFFECT",
      message,
      `Set ${path} to another value, or leave ${key} out.`,
    );
  }
}

function* together({ keys, path, why }: Rule<"together">, { set, changed }: Settings): Iterable<Problem> {
  const said = changed(path);
  const left = keys.filter((key) => set(key) === undefined);
  if (said === undefined || left.length === 0) return;
  const message = `${path} is changed without ${left.join(", ")}: ${sentence(why)}`;
  yield warning(said, "HYPERPARAMETERS_TOGETHER", message, `Set ${left.join(", ")} too.`);
}

function* atMost(
  { path, bound, why, severity = "error" }: Rule<"at-most">,
  { inForce, set }: Settings,
): Iterable<Problem> {
  const [value, limit] = [inForce(path), inForce(bound)];
  const said = set(path) ?? set(bound);
  if (value === undefined || limit === undefined || said === undefined) return;
  const [highest, lowest] = [Math.max(...numbersIn(value)), Math.min(...numbersIn(limit))];
  if (!(highest > lowest) || !Number.isFinite(lowest)) return;
  const message = `${path} (${highest}) is above ${bound} (${lowest}): ${sentence(why)}`;
  yield {
    ...warning(said, "HYPERPARAMETER_ABOVE", message, `Give ${path} at most ${lowest}, or raise ${bound}.`),
    severity,
    allowed: [`at most ${lowest}`],
  };
}

function warning(said: SaidValue, code: string, message: string, hint: string): Problem {
  const path = `${said.by}.${said.path}`;
  return { code, severity: "warning", path, message, hint, value: pyToJson(said.value) };
}

function same(value: PyValue, other: unknown): boolean {
  return other !== undefined && JSON.stringify(pyToJson(value)) === JSON.stringify(other);
}

function sentence(why: string): string {
  return /[.!?]$/.test(why) ? why : `${why}.`;
}
