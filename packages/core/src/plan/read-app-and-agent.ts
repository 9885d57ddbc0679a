import type { FrameworkFacts } from "../spec/framework-facts.ts";
import type { Problem } from "../spec/problem.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { chooseAgent } from "./ask/choose-agent.ts";
import type { NotChecked } from "./ask/read-optional.ts";
import { settle } from "./ask/settle.ts";
import { agentProblems } from "./check/check-agent.ts";
import type { CheckedApp } from "./check/check-app.ts";
import { checkApp } from "./check/check-app.ts";
import type { World } from "./read-world.ts";
import type { ChosenAgent } from "./terms/chosen-agent.ts";
import type { Lookups } from "./terms/lookups.ts";
import type { Settled } from "./terms/settled.ts";

/** The training app and the agent of a plan, or the mistakes in their place. */
export interface AppAndAgent {
  readonly app: Settled<CheckedApp>;
  readonly agent: Settled<ChosenAgent>;
  /** What is wrong with an agent that was named. */
  readonly agentProblems: readonly Problem[];
}

/** The second round: what could not be asked before the model's app and the team were known. */
export async function readAppAndAgent(
  spec: TrainSpec,
  world: World,
  lookups: Lookups,
  notes: NotChecked,
  facts: ((framework: string) => FrameworkFacts | undefined) | undefined,
): Promise<AppAndAgent> {
  const { project, teamId, running } = world;
  const module = "error" in world.model ? undefined : world.model.value.module;
  const known = {
    ...(running === undefined || "error" in running ? {} : { running: running.value }),
    ...(module === undefined ? {} : { module }),
  };
  const [app, agent, problems] = await Promise.all([
    "error" in world.model
      ? world.model
      : settle(checkApp(spec, project, world.model.value, lookups, notes, facts)),
    running !== undefined && "error" in running
      ? running
      : settle(chooseAgent(spec.agent, teamId, lookups, known)),
    typeof spec.agent === "number"
      ? agentProblems(spec.agent, { ...world, needsGpu: module?.needsGpu }, lookups, notes)
      : [],
  ]);
  return { app, agent, agentProblems: problems };
}
