import { trainingLength } from "../hyperparameters/facts/training-length.ts";
import type { Layer } from "../spec/layer.ts";
import type { Problem } from "../spec/problem.ts";
import { imageProblems } from "./check/check-images.ts";
import { policyProblems } from "./check/check-policy.ts";
import { shapeProblems } from "./check/shape-problems.ts";
import type { DecidedTraining } from "./decide-training.ts";
import type { AppAndAgent } from "./read-app-and-agent.ts";
import type { World } from "./read-world.ts";

/** All that is wrong with a training as decided, in the order in which it is told. */
export function judgeTraining(
  layers: readonly Layer[],
  world: World,
  { app, agent, agentProblems }: AppAndAgent,
  decided: DecidedTraining,
): readonly Problem[] {
  const known = "error" in app ? undefined : app.value;
  const { split, classes, images } = decided;
  const allowed = policyProblems(layers, {
    ...("error" in agent ? {} : { agent: agent.value.id }),
    ...(known === undefined ? {} : { framework: known.model.framework }),
    split: split.by,
    facts: known?.facts,
    length: trainingLength({ hyperparameters: known?.hyperparameters ?? "" }, known?.facts),
  });
  return [
    ...allowed,
    ...(known?.problems ?? []),
    ...agentProblems,
    ...decided.classProblems,
    ...shapeProblems(
      world.meta,
      classes.map(({ title }) => title),
    ),
    ...decided.unknownInSplit,
    ...(decided.unknownInSplit.length === 0 ? imageProblems(split, world, images) : []),
  ];
}
