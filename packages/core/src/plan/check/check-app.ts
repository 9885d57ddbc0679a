import { missingKeysProblems } from "../../hyperparameters/check/missing-keys.ts";
import { yamlSurprises } from "../../hyperparameters/check/yaml-surprises.ts";
import { suggest } from "../../spec/closest.ts";
import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { ambiguityProblems } from "../ask/choose-module.ts";
import { isNewerRelease } from "../ask/newer-release.ts";
import type { AppFiles } from "../ask/read-app.ts";
import { appFacts, readApp } from "../ask/read-app.ts";
import type { NotChecked } from "../ask/read-optional.ts";
import { planHyperparameters } from "../decide/plan-hyperparameters.ts";
import { trainsAtLaunch } from "../decide/trains-at-launch.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { Project, TrainModule } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";
import type { ModelWorld } from "../terms/model-world.ts";
import type { PlannedModel } from "../terms/train-plan.ts";
import { factsProblems, findModel } from "./check-facts.ts";
import { tagsSplitProblems } from "./tags-split.ts";

/** The training app of a plan, and what is wrong with asking it for this training. */
export interface CheckedApp {
  readonly model: PlannedModel;
  readonly module: TrainModule;
  readonly files: AppFiles;
  readonly facts: FrameworkFacts;
  /** The model's task; undefined where nobody says. */
  readonly task: string | undefined;
  /** The YAML text that is sent, if any. */
  readonly hyperparameters: string | null;
  /** Whether what the app is started with is what it trains. */
  readonly trainsAtLaunch: boolean;
  readonly problems: readonly Problem[];
}

/** Reads the app's own files and checks model, exports, project and hyperparameters against them. */
export async function checkApp(
  spec: TrainSpec,
  project: Project,
  world: ModelWorld,
  lookups: Lookups,
  notes: NotChecked,
  factsOf: ((framework: string) => FrameworkFacts | undefined) | undefined,
): Promise<CheckedApp> {
  const { model, module, modules } = world;
  const files = await readApp(module, lookups, notes);
  const known = factsOf?.(model.framework);
  const facts = appFacts(model.framework, module, files, known);
  if (facts.models.length === 0) notes.note(`The model's name: no list of ${module.name}'s models is known.`);
  const hyperparameters = await planHyperparameters(spec, module, files, lookups);
  const problems = [
    ...ambiguityProblems(model.framework, modules),
    ...softened(factsProblems(spec, facts), {
      MODEL_UNKNOWN: files.models === undefined && isNewerRelease(module.version, known?.release),
      APP_LIMITED: known?.app !== module.name,
    }),
    ...outdated(module, files, known),
    ...textProblems(spec, files.hyperparametersText),
    ...checkpointProblems(world),
    ...projectProblems(project, facts),
    ...tagsSplitProblems(spec.split, module, known),
  ];
  const task = taskOf(world, facts);
  const atLaunch = trainsAtLaunch(spec, model, module, known);
  return { model, module, files, facts, task, hyperparameters, trainsAtLaunch: atLaunch, problems };
}

/** A text replaces the app's whole file: what it lacks, and what PyYAML reads otherwise than it looks. */
function textProblems({ hyperparameters: text }: TrainSpec, standard = ""): readonly Problem[] {
  if (text === undefined) return [];
  return [...missingKeysProblems(text, standard), ...yamlSurprises(text, standard)];
}

function taskOf({ model, experiment }: ModelWorld, facts: FrameworkFacts): string | undefined {
  const task = model.from === "pretrained" ? findModel(model.name, facts.models)?.task : experiment?.taskType;
  return task === "" ? undefined : task;
}

/** Facts of an older release, or of an app of another name, are no proof: what rests on them is a warning. */
function softened(
  problems: readonly Problem[],
  unproven: Readonly<Record<string, boolean>>,
): readonly Problem[] {
  return problems.map((problem) =>
    unproven[problem.code] === true ? { ...problem, severity: "warning" } : problem,
  );
}

function* outdated(
  module: TrainModule,
  files: AppFiles,
  known: FrameworkFacts | undefined,
): Iterable<Problem> {
  const unread = files.models === undefined || files.hyperparametersText === undefined;
  if (known === undefined || !unread || !isNewerRelease(module.version, known.release)) return;
  yield makeProblem(
    "FACTS_OUTDATED",
    "model",
    `The instance has ${module.name} ${module.version}; what is known of it here is of ${known.release}, and its own files could not be read.`,
    { value: module.version ?? null },
  );
}

function* checkpointProblems({ model, experiment }: ModelWorld): Iterable<Problem> {
  const { checkpoints = [] } = experiment ?? {};
  if (model.from === "pretrained" || checkpoints.length === 0 || checkpoints.includes(model.checkpoint))
    return;
  yield makeProblem(
    "CHECKPOINT_UNKNOWN",
    "model",
    `The experiment of task ${model.taskId} has no checkpoint ${JSON.stringify(model.checkpoint)}.`,
    {
      hint: suggest(model.checkpoint, checkpoints, "checkpoint"),
      value: model.checkpoint,
      allowed: checkpoints,
    },
  );
}

function* projectProblems(project: Project, facts: FrameworkFacts): Iterable<Problem> {
  if (project.type === undefined || project.type === facts.projectType) return;
  yield makeProblem(
    "PROJECT_TYPE_UNSUITABLE",
    "project",
    `${facts.name} (${facts.app}) trains on ${facts.projectType}, and the project ${project.name} holds ${project.type}.`,
    { value: project.type, allowed: [facts.projectType] },
  );
}
