import { TrainyardError } from "./errors/trainyard-error.ts";
import type { Instance } from "./instance/connect.ts";
import type { PlanOptions } from "./plan/plan-train.ts";
import { planTrain } from "./plan/plan-train.ts";
import type { Judging } from "./plan/problems/throw-problems.ts";
import { diffValues, formatChange } from "./plan/show/diff-values.ts";
import type { PlanDiff } from "./plan/show/plan-diff.ts";
import { planDiff } from "./plan/show/plan-diff.ts";
import { planHtml } from "./plan/show/plan-html.ts";
import { planText } from "./plan/show/plan-text.ts";
import type { PlanDetails, TrainPlan } from "./plan/terms/train-plan.ts";
import type { TrainRun } from "./run/train-run.ts";
import { showAs } from "./show/show-as.ts";
import type { Problem } from "./spec/problem.ts";
import type { TrainSpec } from "./spec/train-spec.ts";
import type { StartOptions } from "./start.ts";
import { startPlan } from "./start.ts";
import { planHash, planRequest } from "./wire/plan-request.ts";
import type { StartBody } from "./wire/start-body.ts";

/** Plans the same training again, on the agent of a plan. */
type Replan = (agent: number, options: Judging & Pick<StartOptions, "signal">) => Promise<TrainPlan>;

/**
 * What will be done, as a value: it prints as a table, shows itself in a notebook, is JSON, compares and starts.
 * It holds no token.
 *
 * @example
 * ```ts
 * import type { Instance } from "@trainyard/core";
 * import { parseModel, preparePlan } from "@trainyard/core";
 * async function careful(instance: Instance) {
 *   const plan = await preparePlan({ agent: 12, project: 101, model: parseModel("YOLO/YOLO26s-det") }, instance);
 *   console.log(plan);
 *   return plan.start();
 * }
 * ```
 */
export class Plan implements TrainPlan {
  readonly project: TrainPlan["project"];
  readonly agent: TrainPlan["agent"];
  readonly app: TrainPlan["app"];
  readonly training: TrainPlan["training"];
  readonly task: TrainPlan["task"];
  readonly warnings: readonly Problem[];
  readonly details: PlanDetails;
  /** The exact request of the start; `KEY` stands where the run key will. */
  readonly request: StartBody;
  /** SHA-256 of {@link request}: plans with one hash start the same training. */
  readonly hash: string;
  readonly #instance: Instance;
  readonly #again: Replan;

  constructor(data: TrainPlan, details: PlanDetails, instance: Instance, again: Replan) {
    this.project = data.project;
    this.agent = data.agent;
    this.app = data.app;
    this.training = data.training;
    this.task = data.task;
    this.warnings = data.warnings;
    this.details = details;
    this.request = planRequest(data);
    this.hash = planHash(data);
    this.#instance = instance;
    this.#again = again;
    showAs(
      this,
      () => this.toString(),
      () => planHtml(this, this.hash),
    );
    Object.freeze(this);
  }

  /** How this plan differs from a later one, value by value. */
  diff(later: TrainPlan): PlanDiff {
    return planDiff(this, later);
  }

  /**
   * Reads the instance again and starts what was planned. The planned agent is kept, even when another is freer by now.
   * New warnings go with the run; a request that would differ is not sent.
   *
   * @throws PLAN_STALE with the differences; SPEC_INVALID when something is wrong by now.
   */
  async start(options: StartOptions = {}): Promise<TrainRun> {
    const now = await this.#again(this.agent.id, options);
    const changes = diffValues(this.request, planRequest(now));
    if (changes.length > 0)
      throw new TrainyardError(
        "PLAN_STALE",
        `The start would be another one than planned: ${changes.map(formatChange).join("; ")}.`,
        { facts: { changes, hash: this.hash } },
      );
    return startPlan({ ...now, agent: this.agent }, this.#instance, options);
  }

  /** The plan as plain data, its request and hash included. */
  toJSON(): TrainPlan & { readonly request: StartBody; readonly hash: string } {
    const { project, agent, app, training, task, warnings, details, request, hash } = this;
    return { project, agent, app, training, task, warnings, details, request, hash };
  }

  /** The plan as a table. */
  toString(): string {
    return planText(this, this.hash);
  }
}

/**
 * Plans a training on an instance: reads, writes nothing, and gives a plan that can be printed, compared and started.
 *
 * @throws SPEC_INVALID with every problem found; PROJECT_NOT_FOUND, TRAIN_APP_NOT_FOUND and their like.
 * @example
 * ```ts
 * import type { Instance, TrainSpec } from "@trainyard/core";
 * import { preparePlan } from "@trainyard/core";
 * const dryRun = async (spec: TrainSpec, instance: Instance) => console.log(await preparePlan(spec, instance));
 * ```
 */
export async function preparePlan(
  spec: TrainSpec,
  instance: Instance,
  options: PlanOptions = {},
): Promise<Plan> {
  const data = await planTrain(spec, instance.lookups, options);
  if (data.details === undefined) throw new TrainyardError("SPEC_INVALID");
  // Whatever was judged to pass once passes again; only what has changed since can stop the start.
  const { signal: _, ...kept } = options;
  const again: Replan = (agent, { strict = kept.strict ?? false, ignore = kept.ignore ?? [], signal }) =>
    planTrain({ ...spec, agent }, instance.lookups, {
      ...kept,
      strict,
      ignore,
      ...(signal === undefined ? {} : { signal }),
    });
  return new Plan(data, data.details, instance, again);
}
