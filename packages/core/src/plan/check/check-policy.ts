import type { TrainingLength } from "../../hyperparameters/facts/training-length.ts";
import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import type { Layer } from "../../spec/layer.ts";
import { saidFor } from "../../spec/layer.ts";
import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";
import type { TeamRules } from "../../spec/team-rules.ts";
import { lockNameProblems } from "./lock-names.ts";

/** What rules judge of a training: as far as it is decided. */
export interface Decided {
  readonly agent?: number;
  readonly framework?: string;
  readonly split?: Split["by"];
  /** How long it trains, under the framework's own name. */
  readonly length?: TrainingLength | undefined;
  /** What is known of its framework's hyperparameters, which locks name. */
  readonly facts?: Pick<FrameworkFacts, "hyperparameters" | "authors"> | undefined;
}

/** Finds what the presets in use do not allow: a change of a value they lock, and what breaks their rules. */
export function policyProblems(layers: readonly Layer[], decided: Decided): readonly Problem[] {
  return layers.flatMap((layer, at) => [
    ...lockNameProblems(layer, decided.facts),
    ...lockProblems(layers.slice(0, at + 1), layers.slice(at + 1)),
    ...ruleProblems(layer, decided),
  ]);
}

/** A later layer may say a locked value again, but not another one. */
function* lockProblems(upTo: readonly Layer[], later: readonly Layer[]): Iterable<Problem> {
  const layer = upTo.at(-1);
  for (const path of layer?.lock ?? []) {
    const kept = saidFor(upTo, path)[0]?.value;
    for (const change of later) {
      const [said] = saidFor([change], path);
      if (said === undefined || JSON.stringify(said.value) === JSON.stringify(kept)) continue;
      yield {
        code: "LOCKED",
        severity: "error",
        path,
        message: `${layer?.origin} locks ${path}${kept === undefined ? "" : ` at ${JSON.stringify(kept)}`}.`,
        hint: `Leave ${path} as it is, or use another preset.`,
        value: said.value,
        origin: change.origin,
      };
    }
  }
}

function* ruleProblems({ origin, rules = {} }: Layer, decided: Decided): Iterable<Problem> {
  const { agent, framework, split, length } = decided;
  yield* notAmong(origin, "agent", agent, rules.agents, "the agents");
  yield* notAmong(origin, "model", framework, rules.frameworks, "the frameworks");
  yield* notAmong(origin, "split", split, rules.split, "the split methods");
  const most = length === undefined ? undefined : mostOf(rules, length.unit);
  if (length !== undefined && most !== undefined && length.value > most)
    yield {
      code: "RULE_BROKEN",
      severity: "error",
      path: `tune.${length.path}`,
      message: `${origin} allows ${most} ${length.unit} at most; this training takes ${length.value}.`,
      hint: `Set ${length.path} to ${most} or less.`,
      value: length.value,
    };
}

function* notAmong<T extends string | number>(
  origin: string,
  path: string,
  value: T | undefined,
  allowed: readonly T[] | undefined,
  what: string,
): Iterable<Problem> {
  if (value === undefined || allowed === undefined || allowed.includes(value)) return;
  yield {
    code: "RULE_BROKEN",
    severity: "error",
    path,
    message: `${origin} allows ${what} ${allowed.join(", ")} only, not ${value}.`,
    hint: "Take one of them, or use another preset.",
    value,
    allowed: allowed.map(String),
  };
}

function mostOf(rules: TeamRules, unit: "epochs" | "iterations"): number | undefined {
  return unit === "epochs" ? rules.maxEpochs : rules.maxIterations;
}
