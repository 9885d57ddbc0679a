import type { ModelRef } from "../spec/model-ref.ts";
import type { Split } from "../spec/split.ts";
import type { AgentRef } from "../spec/train-spec.ts";
import type { NamedAgent } from "./check-agent.ts";
import { lookUpAgent } from "./check-agent.ts";
import { chooseModule } from "./choose-module.ts";
import type { Agent, ExperimentFacts, TrainModule } from "./facts.ts";
import type { Lookups } from "./lookups.ts";
import { planModel } from "./plan-model.ts";
import type { SplitFacts } from "./plan-split.ts";
import { lookUpSplit } from "./plan-split.ts";
import type { NotChecked } from "./read-optional.ts";
import type { Settled } from "./settle.ts";
import { settle } from "./settle.ts";
import type { PlannedModel } from "./train-plan.ts";

/** The model of a plan, and what the instance has for it. */
export interface ModelWorld {
  readonly model: PlannedModel;
  readonly module: TrainModule;
  /** Every training app of the framework; the first is taken. */
  readonly modules: readonly TrainModule[];
  /** Where a checkpoint is trained on: the experiment it is of, if the instance says. */
  readonly experiment: ExperimentFacts | undefined;
}
/** What one round of parallel reads gives. */
export interface World extends SplitFacts {
  readonly model: Settled<ModelWorld>;
  readonly teamId: number | undefined;
  readonly named: NamedAgent;
  /** Running agents of the team, if the team was known before the round. */
  readonly running: Settled<readonly Agent[]> | undefined;
}

/**
 * Reads all that does not wait for each other, side by side.
 * The team list costs no round trip of its own and proves the token before anything is decided.
 */
export async function readWorld(
  ask: { project: number; model: ModelRef; split: Split; agent: AgentRef | undefined },
  lookups: Lookups,
  notes: NotChecked,
): Promise<World> {
  const { projectStats } = lookups;
  const guess = lookups.knownTeam?.(ask.project) ?? lookups.teamId;
  const auto = typeof ask.agent !== "number";
  const [, project, meta, stats, split, model, named, guessed] = await Promise.all([
    lookups.teams(),
    lookups.project(ask.project),
    lookups.projectMeta(ask.project),
    notes.read("The project's statistics", projectStats && (() => projectStats(ask.project))),
    lookUpSplit(ask.split, ask.project, lookups, notes),
    settle(readModel(ask.model, lookups, notes)),
    lookUpAgent(ask.agent, lookups, notes),
    auto && guess !== undefined ? settle(lookups.agents(guess)) : undefined,
  ]);
  const teamId = project.teamId ?? lookups.teamId;
  return {
    ...split,
    project,
    meta,
    stats,
    model,
    teamId,
    named,
    running: teamId === guess ? guessed : undefined,
  };
}

async function readModel(ref: ModelRef, lookups: Lookups, notes: NotChecked): Promise<ModelWorld> {
  const model = await planModel(ref, lookups);
  const [modules, experiment] = await Promise.all([
    lookups.trainModules(model.framework),
    model.from === "pretrained"
      ? undefined
      : notes.read("The checkpoint's experiment", () => lookups.experimentOfTask(model.taskId)),
  ]);
  const module = modules[0] ?? (await chooseModule(model.framework, lookups));
  return { model, module, modules, experiment };
}
