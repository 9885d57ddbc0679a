import type { ExperimentFacts, TrainModule } from "./facts.ts";
import type { PlannedModel } from "./train-plan.ts";

/** The model of a plan, and what the instance has for it. */
export interface ModelWorld {
  readonly model: PlannedModel;
  readonly module: TrainModule;
  /** Every training app of the framework; the first is taken. */
  readonly modules: readonly TrainModule[];
  /** Why that one, where there was a choice between a real app and its rehearsal. */
  readonly reason?: string;
  /** Where a checkpoint is trained on: the experiment it is of, if the instance says. */
  readonly experiment: ExperimentFacts | undefined;
}
