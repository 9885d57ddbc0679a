import type { ValueChange } from "./diff-values.ts";
import { diffValues, formatChange } from "./diff-values.ts";
import { showAs } from "./show-as.ts";
import type { TrainPlan } from "./train-plan.ts";

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
  const byKey = changesOf(plan) !== null && changesOf(other) !== null;
  return {
    project,
    agent: chosen,
    app,
    training: byKey && !("mode" in training) ? { ...training, hyperparameters: null } : training,
    ...(byKey ? { hyperparameters: Object.fromEntries(changesOf(plan) ?? []) } : {}),
    task,
    images: details?.images ?? null,
  };
}

/** What differs from the app's own file, which is the same for both: all else they share. */
function changesOf({ details }: TrainPlan): readonly (readonly [string, unknown])[] | null {
  const changes = details?.changes;
  return changes?.map(({ path, value }) => [path, value ?? null] as const) ?? null;
}
