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
  const changes = diffValues(comparable(before), comparable(after));
  const text = changes.length === 0 ? "no difference" : changes.map(formatChange).join("\n");
  const diff = { changes, same: changes.length === 0, toString: () => text };
  showAs(diff, diff.toString);
  return Object.freeze(diff);
}

/** Hyperparameters are compared by key where both are known, as texts otherwise. */
function comparable({ project, agent, app, training, task, details }: TrainPlan): unknown {
  const { reason: _, others: __, ...chosen } = agent;
  return {
    project,
    agent: chosen,
    app,
    training,
    task,
    images: details?.images ?? null,
  };
}
