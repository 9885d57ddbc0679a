import type { ExportFormat } from "@trainyard/core";
import type { AppOffer } from "../steps/app-offer.ts";
import type { Settings } from "../steps/settings.ts";
import type { Benchmark } from "./benchmark.ts";
import type { TrainContext, TrainingResult } from "./train-context.ts";

/** A stage of a training. */
export type TrainStage = "prepare" | "train" | "finalize";
/** What a hook is told. */
export interface HookContext {
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/** A training app: what its author says. The template does the rest. */
export interface TrainAppDefinition extends AppOffer {
  /** The framework's exact name. */
  readonly framework: string;
  /** Default hyperparameters as YAML text. */
  readonly hyperparameters: string;
  /** Whether a state that asks for it starts the training at once. */
  readonly autostart: boolean;
  /** Trains; reports progress through the context; gives the checkpoints it wrote. */
  train(context: TrainContext): Promise<TrainingResult>;
  /** Called before each stage; a hook that throws ends the training with its message. */
  readonly hooks?: { readonly [Name in TrainStage]?: (context: HookContext) => void | Promise<void> };
  /**
   * Evaluates the best checkpoint where the benchmark is on, and writes the report and what belongs to it into `folder`;
   * undefined when there is nothing to evaluate with. Without it, the benchmark's numbers are those of `train`.
   */
  benchmark?(folder: string, context: TrainContext, result: TrainingResult): Promise<Benchmark | undefined>;
  /** Exports the best checkpoint; gives the path of the file it wrote, or undefined when it had to leave the format out. */
  export?(format: ExportFormat, context: TrainContext, result: TrainingResult): Promise<string | undefined>;
}

/**
 * Defines a training app; {@link runTrainApp} runs it in a task.
 *
 * @throws TypeError when the definition cannot work.
 * @example
 * ```ts
 * import { defineTrainApp } from "@trainyard/app";
 * export const app = defineTrainApp({
 *   framework: "Mean",
 *   models: [{ name: "Mean-1", task: "object detection" }],
 *   hyperparameters: "epochs: 3\n",
 *   exports: [],
 *   autostart: true,
 *   train: async ({ progress }) => {
 *     await progress("Epochs", 3, 3);
 *     return { checkpoints: ["best.pt"], best: "best.pt", metrics: {} };
 *   },
 * });
 * ```
 * Source: specification, "TrainApp".
 */
export function defineTrainApp(definition: TrainAppDefinition): TrainAppDefinition {
  if (definition.models.length === 0)
    throw new TypeError(`${definition.framework}: a training app has models.`);
  if (definition.exports.length > 0 && definition.export === undefined)
    throw new TypeError(
      `${definition.framework}: export formats are listed, but there is no export function.`,
    );
  return Object.freeze({ ...definition });
}
