import { freeze } from "immer";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Layer } from "../spec/layer.ts";
import type { Problem } from "../spec/problem.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import type { CheckedApp } from "./check/check-app.ts";
import { planDetails } from "./decide/plan-details.ts";
import type { DecidedTraining } from "./decide-training.ts";
import type { AppAndAgent } from "./read-app-and-agent.ts";
import type { World } from "./read-world.ts";
import type { PlannedTraining, TrainPlan } from "./terms/train-plan.ts";
import type { Earlier } from "./unlike-earlier.ts";
import { unlikeEarlier } from "./unlike-earlier.ts";

/** All that planning learnt. */
interface Learnt {
  readonly spec: TrainSpec;
  readonly layers: readonly Layer[];
  readonly world: World;
  readonly found: AppAndAgent;
  readonly decided: DecidedTraining;
  readonly warnings: readonly Problem[];
  readonly notChecked: readonly string[];
  readonly earlier?: Earlier;
}

/** Puts what was learnt into one frozen plan. */
export function makePlan(learnt: Learnt): TrainPlan {
  const { spec, layers, world, found, decided, warnings, notChecked, earlier } = learnt;
  const { app, agent } = found;
  if ("error" in app || "error" in agent) throw new TrainyardError("SPEC_INVALID");
  const { project } = world;
  const reason = "error" in world.model ? undefined : world.model.value.reason;
  const { module, files } = app.value;
  const training = plannedTraining(spec, app.value, decided);
  const base = {
    project: { id: project.id, name: project.name, workspaceId: project.workspaceId },
    agent: agent.value,
    app: {
      moduleId: module.id,
      name: module.name,
      framework: training.model.framework,
      ...(module.version === undefined ? {} : { version: module.version }),
      ...(reason === undefined ? {} : { reason }),
      ...(app.value.trainsAtLaunch ? {} : { beginsBy: "train_from_api" as const }),
    },
    training,
    task: spec.task ?? {},
    warnings,
  };
  const details = planDetails(spec, layers, base, {
    classes: decided.classes,
    images: decided.images,
    defaultText: files.hyperparametersText,
    notChecked,
  });
  const unlike =
    earlier === undefined
      ? {}
      : { unlike: { taskId: earlier.taskId, changes: unlikeEarlier(earlier, project.id, training) } };
  const plan: TrainPlan = { ...base, details: { ...details, ...unlike } };
  return freeze(plan, true);
}

function plannedTraining(
  spec: TrainSpec,
  { model, hyperparameters }: CheckedApp,
  { classes, split, convert }: DecidedTraining,
): PlannedTraining {
  return {
    model,
    classes: classes.map(({ title }) => title),
    split,
    hyperparameters,
    convertClassShapes: convert,
    benchmark: spec.benchmark ?? specDefaults.benchmark,
    speedtest: spec.speedtest ?? specDefaults.speedtest,
    cacheProject: spec.cacheProject ?? specDefaults.cacheProject,
    exports: spec.exports ?? specDefaults.exports,
    experimentName: spec.experimentName ?? null,
    autostart: spec.autostart ?? specDefaults.autostart,
  };
}
