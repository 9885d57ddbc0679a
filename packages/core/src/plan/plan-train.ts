import { freeze } from "immer";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Split } from "../spec/split.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { modelProblems } from "./check-model.ts";
import { checkSpec } from "./check-spec.ts";
import { chooseAgent } from "./choose-agent.ts";
import { chooseModule } from "./choose-module.ts";
import type { TrainModule } from "./facts.ts";
import { tuneHyperparameters } from "./hyperparameters-text.ts";
import type { Lookups } from "./lookups.ts";
import { planClasses } from "./plan-classes.ts";
import { planModel } from "./plan-model.ts";
import { lookUpSplit, splitProblems } from "./plan-split.ts";
import { shapeProblems } from "./shape-problems.ts";
import { throwProblems } from "./throw-problems.ts";
import type { PlannedModel, PlannedTraining, TrainPlan } from "./train-plan.ts";

/**
 * Decides everything a spec leaves open, by reading the instance; writes nothing.
 * The look-ups that do not wait for each other run side by side.
 *
 * @throws SPEC_INVALID with every problem found; PROJECT_NOT_FOUND, TRAIN_APP_NOT_FOUND and their like.
 * @example
 * ```ts
 * import type { Instance, TrainSpec } from "@trainyard/core";
 * import { planTrain } from "@trainyard/core";
 * const dryRun = (spec: TrainSpec, instance: Instance) => planTrain(spec, instance.lookups);
 * ```
 */
export async function planTrain(spec: TrainSpec, lookups: Lookups): Promise<TrainPlan> {
  const offline = throwProblems(checkSpec(spec));
  const { project: projectId, model: modelRef } = spec;
  if (projectId === undefined || modelRef === undefined) throw new TrainyardError("STEP_MISSING");
  const split: Split = spec.split ?? specDefaults.split;

  // The team list costs no round trip of its own and proves the token before anything is decided.
  const [, project, meta, { model, module }, known] = await Promise.all([
    lookups.teams(),
    lookups.project(projectId),
    lookups.projectMeta(projectId),
    modelAndModule(planModel(modelRef, lookups), lookups),
    lookUpSplit(split, projectId, lookups),
  ]);
  const { classes, problems } = planClasses(spec.classes, meta);
  const [unknownModel, agent, hyperparameters] = await Promise.all([
    modelProblems(model, module, lookups),
    chooseAgent(spec.agent, project.teamId ?? lookups.teamId, lookups),
    planHyperparameters(spec, module, lookups),
  ]);
  const found = [
    ...unknownModel,
    ...problems,
    ...shapeProblems(meta, classes),
    ...splitProblems(split, meta, known),
  ];
  const warnings = [...offline, ...throwProblems(found)];

  const training: PlannedTraining = {
    model,
    classes,
    split,
    hyperparameters,
    convertClassShapes: spec.convertClassShapes ?? specDefaults.convertClassShapes,
    benchmark: spec.benchmark ?? specDefaults.benchmark,
    speedtest: spec.speedtest ?? specDefaults.speedtest,
    cacheProject: spec.cacheProject ?? specDefaults.cacheProject,
    exports: spec.exports ?? specDefaults.exports,
    experimentName: spec.experimentName ?? null,
    autostart: spec.autostart ?? specDefaults.autostart,
  };
  const plan: TrainPlan = {
    project: { id: project.id, name: project.name, workspaceId: project.workspaceId },
    agent,
    app: { moduleId: module.id, name: module.name, framework: model.framework },
    training,
    task: spec.task ?? {},
    warnings,
  };
  return freeze(plan, true);
}

async function modelAndModule(
  planned: Promise<PlannedModel>,
  lookups: Lookups,
): Promise<{ model: PlannedModel; module: TrainModule }> {
  const model = await planned;
  return { model, module: await chooseModule(model.framework, lookups) };
}

/** A text goes through byte for byte; tuned values go into it, or into the app's own default file. */
async function planHyperparameters(
  spec: TrainSpec,
  module: TrainModule,
  lookups: Lookups,
): Promise<string | null> {
  const { tune, hyperparameters } = spec;
  if (tune === undefined || Object.keys(tune).length === 0) return hyperparameters ?? null;
  const path = module.files.hyperparams;
  if (hyperparameters === undefined && path === undefined)
    throw new TrainyardError(
      "SPEC_INVALID",
      `${module.name} does not say where its default hyperparameters are.`,
      {
        hint: "Give the whole text with .hyperparameters(text) and tune that.",
      },
    );
  const base = hyperparameters ?? (await lookups.appFile(module.id, path ?? ""));
  return tuneHyperparameters(base, tune);
}
