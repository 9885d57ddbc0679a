import { freeze } from "immer";
import { TrainyardError } from "../errors/trainyard-error.ts";
import { trainingLength } from "../hyperparameters/facts/training-length.ts";
import type { FrameworkFacts } from "../spec/framework-facts.ts";
import type { Layer } from "../spec/layer.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { chooseAgent } from "./ask/choose-agent.ts";
import { lookupsUntil } from "./ask/lookups-until.ts";
import { collectNotChecked } from "./ask/read-optional.ts";
import { settle } from "./ask/settle.ts";
import { agentProblems } from "./check/check-agent.ts";
import { checkApp } from "./check/check-app.ts";
import { imageProblems } from "./check/check-images.ts";
import { policyProblems } from "./check/check-policy.ts";
import { checkSettings } from "./check/check-settings.ts";
import { shapeProblems } from "./check/shape-problems.ts";
import { countSplit } from "./decide/count-split.ts";
import { planClasses } from "./decide/plan-classes.ts";
import { planDetails } from "./decide/plan-details.ts";
import { unknownInSplit } from "./decide/plan-split.ts";
import { withOrigins } from "./problems/problem-origin.ts";
import { throwMistakes } from "./problems/throw-mistakes.ts";
import type { Judging } from "./problems/throw-problems.ts";
import { throwProblems } from "./problems/throw-problems.ts";
import { readWorld } from "./read-world.ts";
import type { Lookups } from "./terms/lookups.ts";
import type { PlannedTraining, TrainPlan } from "./terms/train-plan.ts";

/** What planning may know besides the spec, and how strictly it judges. */
export interface PlanOptions extends Judging {
  /** What is known of a framework offline; it fills in what the app's own files do not say. */
  readonly facts?: (framework: string) => FrameworkFacts | undefined;
  /** Who said what; left out, the spec itself is the one who speaks. */
  readonly layers?: readonly Layer[];
  /** Ends planning with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Decides everything a spec leaves open, by reading the instance; writes nothing.
 * One round of parallel reads, and a second where the app's files are new or the team was not known.
 *
 * @throws SPEC_INVALID with every problem found; PROJECT_NOT_FOUND, TRAIN_APP_NOT_FOUND and their like.
 * @example
 * ```ts
 * import type { Instance, TrainSpec } from "@trainyard/core";
 * import { planTrain } from "@trainyard/core/plan";
 * const dryRun = (spec: TrainSpec, instance: Instance) => planTrain(spec, instance.lookups);
 * ```
 */
export async function planTrain(
  spec: TrainSpec,
  given: Lookups,
  options: PlanOptions = {},
): Promise<TrainPlan> {
  const lookups = lookupsUntil(given, options.signal);
  const layers = options.layers ?? [{ origin: "spec", spec }];
  const offline = throwProblems(withOrigins(checkSettings(spec), options.layers), options);
  const { project: projectId, model: modelRef, agent: agentRef } = spec;
  if (projectId === undefined || modelRef === undefined) throw new TrainyardError("STEP_MISSING");
  const split = spec.split ?? specDefaults.split;
  const convert = spec.convertClassShapes ?? specDefaults.convertClassShapes;
  const notes = collectNotChecked();

  const ask = { project: projectId, model: modelRef, split, agent: agentRef };
  const world = await readWorld(ask, lookups, notes);
  const { project, meta, stats, teamId, running } = world;
  const [app, agent, agentFound] = await Promise.all([
    "error" in world.model
      ? world.model
      : settle(checkApp(spec, project, world.model.value, lookups, notes, options.facts)),
    running !== undefined && "error" in running
      ? running
      : settle(chooseAgent(agentRef, teamId, lookups, running?.value)),
    typeof agentRef === "number" ? agentProblems(agentRef, world, lookups, notes) : [],
  ]);
  const known = "error" in app ? undefined : app.value;
  const { classes, problems } = planClasses(spec.classes, {
    meta,
    stats,
    convert,
    task: known?.task,
    appTasks: known?.facts.models.map((model) => model.task) ?? [],
  });
  const unknown = unknownInSplit(split, world);
  const images = unknown.length === 0 ? countSplit(split, world) : null;
  const allowed = policyProblems(layers, {
    ...("error" in agent ? {} : { agent: agent.value.id }),
    ...(known === undefined ? {} : { framework: known.model.framework }),
    split: split.by,
    length: trainingLength({ hyperparameters: known?.hyperparameters ?? "" }, known?.facts),
  });
  const found = [
    ...allowed,
    ...(known?.problems ?? []),
    ...agentFound,
    ...problems,
    ...shapeProblems(
      meta,
      classes.map(({ title }) => title),
    ),
    ...unknown,
    ...(unknown.length === 0 ? imageProblems(split, world, images) : []),
  ];
  const judged = withOrigins(found, options.layers);
  throwMistakes(judged, { model: app, agent }, options);
  if ("error" in app || "error" in agent) throw new TrainyardError("SPEC_INVALID");

  const training: PlannedTraining = {
    model: app.value.model,
    classes: classes.map(({ title }) => title),
    split,
    hyperparameters: app.value.hyperparameters,
    convertClassShapes: convert,
    benchmark: spec.benchmark ?? specDefaults.benchmark,
    speedtest: spec.speedtest ?? specDefaults.speedtest,
    cacheProject: spec.cacheProject ?? specDefaults.cacheProject,
    exports: spec.exports ?? specDefaults.exports,
    experimentName: spec.experimentName ?? null,
    autostart: spec.autostart ?? specDefaults.autostart,
  };
  const { module } = app.value;
  const base = {
    project: { id: project.id, name: project.name, workspaceId: project.workspaceId },
    agent: agent.value,
    app: {
      moduleId: module.id,
      name: module.name,
      framework: training.model.framework,
      ...(module.version === undefined ? {} : { version: module.version }),
    },
    training,
    task: spec.task ?? {},
    warnings: [...offline, ...throwProblems(judged, options)],
  };
  const details = planDetails(spec, layers, base, {
    classes,
    images,
    defaultText: app.value.files.hyperparametersText,
    notChecked: notes.sentences,
  });
  const plan: TrainPlan = { ...base, details };
  return freeze(plan, true);
}
