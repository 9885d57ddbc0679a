import type { ModelRef } from "../spec/model-ref.ts";
import type { Split } from "../spec/split.ts";
import { choiceReason, chooseModule, modulesInOrder } from "./ask/choose-module.ts";
import type { NotChecked } from "./ask/read-optional.ts";
import { settle } from "./ask/settle.ts";
import { unlessRefused } from "./ask/unless-refused.ts";
import type { NamedAgent } from "./check/check-agent.ts";
import { lookUpAgent } from "./check/check-agent.ts";
import { planModel } from "./decide/plan-model.ts";
import type { SplitFacts } from "./decide/plan-split.ts";
import { lookUpSplit } from "./decide/plan-split.ts";
import type { Agent } from "./terms/facts.ts";
import type { Lookups } from "./terms/lookups.ts";
import type { ModelWorld } from "./terms/model-world.ts";
import type { Settled } from "./terms/settled.ts";

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
  ask: {
    project: number;
    model: ModelRef;
    split: Split;
    agent: number | "auto" | undefined;
    rehearse?: boolean;
  },
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
    settle(readModel(ask.model, lookups, notes, ask.rehearse)),
    lookUpAgent(ask.agent, lookups, notes),
    auto && guess !== undefined ? settle(unlessRefused(lookups.agents(guess))) : undefined,
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
    running: teamId === guess ? told(guessed) : undefined,
  };
}

function told<T>(guessed: Settled<T | undefined> | undefined): Settled<T> | undefined {
  if (guessed === undefined || "error" in guessed) return guessed;
  return guessed.value === undefined ? undefined : { value: guessed.value };
}

async function readModel(
  ref: ModelRef,
  lookups: Lookups,
  notes: NotChecked,
  rehearse = false,
): Promise<ModelWorld> {
  const model = await planModel(ref, lookups);
  const [listed, experiment] = await Promise.all([
    lookups.trainModules(model.framework),
    model.from === "pretrained"
      ? undefined
      : notes.read("The checkpoint's experiment", () => lookups.experimentOfTask(model.taskId)),
  ]);
  const modules = modulesInOrder(listed, rehearse);
  const module = await chooseModule(model.framework, listed, lookups, rehearse);
  return { model, module, modules, experiment, ...choiceReason(listed, rehearse) };
}
