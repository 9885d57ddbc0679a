import { showAs } from "../../show/show-as.ts";
import type { HyperparameterChange, TrainPlan } from "../terms/train-plan.ts";
import type { ValueChange } from "../terms/value-change.ts";
import { diffValues, formatChange } from "./diff-values.ts";

/** How two plans differ, value by value. */
export interface PlanDiff {
  readonly changes: readonly ValueChange[];
  /** Whether both start the same training. */
  readonly same: boolean;
  /** One line for each change. */
  toString(): string;
}

/** Compares what two plans would do; warnings and origins are no part of it. */
export function planDiff(before: TrainPlan, after: TrainPlan): PlanDiff {
  const changes = diffValues(comparable(before, after), comparable(after, before));
  const text = changes.length === 0 ? "no difference" : changes.map(formatChange).join("\n");
  const diff = { changes, same: changes.length === 0, toString: () => text };
  showAs(diff, diff.toString);
  return Object.freeze(diff);
}

/** Hyperparameters are compared by key where both are known, as texts otherwise. */
function comparable(plan: TrainPlan, other: TrainPlan): unknown {
  const { project, agent, app, training, task, details } = plan;
  const { reason: _, others: __, ...chosen } = agent;
  const hyperparameters = inForce(details?.changes, other.details?.changes);
  return {
    project,
    agent: chosen,
    app,
    training:
      hyperparameters === undefined || "mode" in training ? training : { ...training, hyperparameters: null },
    ...(hyperparameters === undefined ? {} : { hyperparameters }),
    task,
    images: details?.images ?? null,
  };
}

type Changes = readonly HyperparameterChange[] | null | undefined;

/** A plan's values of all keys that either plan changes: those it leaves alone are the app's own. */
function inForce(own: Changes, other: Changes): Readonly<Record<string, unknown>> | undefined {
  if (!own || !other) return undefined;
  const untouched = other.map(({ path, default: standard }) => [path, standard] as const);
  return Object.fromEntries([...untouched, ...own.map(({ path, value }) => [path, value] as const)]);
}
