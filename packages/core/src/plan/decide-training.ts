import type { Problem } from "../spec/problem.ts";
import type { Split } from "../spec/split.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { countSplit } from "./decide/count-split.ts";
import { planClasses } from "./decide/plan-classes.ts";
import { unknownInSplit } from "./decide/plan-split.ts";
import type { AppAndAgent } from "./read-app-and-agent.ts";
import type { World } from "./read-world.ts";
import type { PlannedClass, PlannedImages } from "./terms/train-plan.ts";

/** The classes and the split of a plan, and what is wrong with what was asked for. */
export interface DecidedTraining {
  readonly convert: boolean;
  readonly split: Split;
  readonly classes: readonly PlannedClass[];
  readonly classProblems: readonly Problem[];
  /** Tags, datasets and collections that the project does not have. */
  readonly unknownInSplit: readonly Problem[];
  /** Null where the instance does not say enough to count. */
  readonly images: PlannedImages | null;
}

/** Decides what the instance's answers settle: which classes are trained, and which images go where. */
export function decideTraining(
  spec: TrainSpec,
  split: Split,
  world: World,
  { app }: AppAndAgent,
): DecidedTraining {
  const convert = spec.convertClassShapes ?? specDefaults.convertClassShapes;
  const known = "error" in app ? undefined : app.value;
  const { classes, problems } = planClasses(spec.classes, {
    meta: world.meta,
    stats: world.stats,
    convert,
    task: known?.task,
    appTasks: known?.facts.models.map((model) => model.task) ?? [],
  });
  const unknown = unknownInSplit(split, world);
  const images = unknown.length === 0 ? countSplit(split, world) : null;
  return { convert, split, classes, classProblems: problems, unknownInSplit: unknown, images };
}
