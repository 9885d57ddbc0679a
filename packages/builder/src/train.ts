import type {
  Instance,
  Plan,
  Problem,
  StartOptions,
  TaskOptions,
  TrainRun,
  TrainSpec,
} from "@trainyard/core";
import type { Judging } from "@trainyard/core/plan";
import type { Json, Layer, SpecPatch, SplitInput } from "@trainyard/core/spec";
import type { Preset } from "@trainyard/presets";
import type { CheckedModel, ExportOf, ModelInput, TextOf, TuneOf } from "./model-types.ts";
import type { PresetHead } from "./preset-head.ts";
import type { CheckedPreset, ModelAfter, PresetInput, StepsOf } from "./preset-types.ts";
import type { NotReady, Steps } from "./steps.ts";

/**
 * A training being described. Every call gives a new frozen chain; only {@link Train.start} has an effect.
 * `M` is the model's text; `Missing` are the steps that are still to be taken.
 *
 * @example
 * ```ts
 * import { tags, train } from "@trainyard/builder";
 * const run = await train()
 *   .on(12)
 *   .project(101)
 *   .model("YOLO/YOLO26s-det")
 *   .split(tags("train", "val"))
 *   .export("onnx")
 *   .start();
 * ```
 * Source: one verb per parameter of the specification.
 */
export interface Train<M extends string = string, Missing extends keyof Steps = keyof Steps> {
  /**
   * The agent that runs the training: its id, its name in the project's team, or "auto" for the one with the most free GPU
   * memory. Specification: `agent_id`.
   */
  on(agent: number | "auto" | (string & {})): Train<M, Exclude<Missing, "agent">>;
  /** The project with the training data: its id, or a name that one project has. Specification: `project_id`. */
  project(project: number | (string & {})): Train<M, Exclude<Missing, "project">>;
  /**
   * `FRAMEWORK/NAME`, a checkpoint's path in Team Files, or a checkpoint of an experiment by the task that trained it:
   * `{ taskId: 303, checkpoint: "best.pt" }`. Specification: `model`.
   */
  model<const N extends ModelInput>(model: CheckedModel<N>): Train<TextOf<N>, Exclude<Missing, "model">>;
  /**
   * Trains on these classes only. A list that came out empty is an error: see {@link Train.allClasses}.
   * Specification: `classes`.
   */
  classes(...names: readonly string[]): Train<M, Missing>;
  /** The same as a list: `.classes(["car", "bus"])`. */
  classes(names: readonly string[]): Train<M, Missing>;
  /** Trains on all classes of the project, whatever was said before; so does a chain that says nothing of classes. */
  allClasses(): Train<M, Missing>;
  /**
   * How images are divided; random(80) by default. Made by random(), datasets(), tags() or collections(), or written as
   * in a preset file: `{ by: "random", percent: 70 }`. Specification: `train_val_split`.
   */
  split(split: SplitInput): Train<M, Missing>;
  /**
   * YAML text that replaces the app's own file, byte for byte; values by name are written as YAML that PyYAML reads
   * as meant. Specification: `hyperparameters`.
   */
  hyperparameters(said: string | { readonly [key: string]: Json }): Train<M, Missing>;
  /**
   * Sets single hyperparameters over the text, or over the app's own file; `null` removes one. Calls add up. For names
   * that the compiler does not know: {@link anyHyperparameters}.
   */
  tune(values: TuneOf<M>): Train<M, Missing>;
  /** Names the experiment. Specification: `experiment_name`. */
  experiment(name: string): Train<M, Missing>;
  /** Specification: `convert_class_shapes`, true by default. */
  convertClassShapes(on?: boolean): Train<M, Missing>;
  /** Specification: `enable_benchmark`, true by default. */
  benchmark(on?: boolean): Train<M, Missing>;
  /** Needs the benchmark. Specification: `enable_speedtest`, false by default. */
  speedtest(on?: boolean): Train<M, Missing>;
  /** Keeps the project on the agent for the next training. Specification: `cache_project`, true by default. */
  cache(on?: boolean): Train<M, Missing>;
  /** Exports the model after training; calls add up. Specification: `export_onnx`, `export_tensorrt`. */
  export(...formats: readonly ExportOf<M>[]): Train<M, Missing>;
  /** False leaves the app's page waiting for a person. Specification: `autostart`, true by default. */
  autostart(on?: boolean): Train<M, Missing>;
  /** Options of the platform's task; calls add up. */
  task(options: TaskOptions): Train<M, Missing>;
  /** Lays a preset, or the one of a name, over what was said: later wins, objects by key, arrays replace, `null` removes. */
  use<const P extends PresetInput>(
    preset: CheckedPreset<P>,
  ): Train<ModelAfter<P>, Exclude<Missing, StepsOf<P>>>;
  /** Applies a part of the chain only if the condition holds; what is missing stays missing. */
  when(condition: boolean, then: (chain: Train<M, Missing>) => Train<string, keyof Steps>): Train<M, Missing>;
  /** Hands the chain to a function and gives what it gives. */
  pipe<R>(next: (chain: this) => R): R;
  /** Says settings as a spec has them, e.g. those of a form or a file: `.with({ split, tune })`. A model may be its text. */
  with(settings: SpecPatch | Readonly<Record<string, unknown>>): Train<M, Missing>;
  /** The same chain on another instance. */
  at(instance: Instance): Train<M, Missing>;
  /** The instance that it plans and starts on: its own, or the one that the environment names. */
  instance(): Promise<Instance>;
  /** What was said so far as a preset, agent and project included; a file or Team Files can keep it. */
  toPreset(id: string, head?: PresetHead): Preset;
  /** The chain as calls that say the same, and what it still needs. */
  toString(): string;
  /** What was said so far: frozen, JSON-safe. */
  spec(): TrainSpec;
  /** Who said what: a layer for each call and each preset, later ones in force. */
  layers(): readonly Layer[];
  /** Every problem that can be found without an instance, at once. */
  check(): readonly Problem[];
  /** What would be done, as a value that prints, compares and starts: reads the instance, writes nothing. */
  plan(
    this: [Missing] extends [never] ? this : NotReady<Steps[Missing]>,
    options?: Judging & Pick<StartOptions, "signal">,
  ): Promise<Plan>;
  /** Starts exactly one training. Without an instance of its own the chain connects as the environment says. */
  start(
    this: [Missing] extends [never] ? this : NotReady<Steps[Missing]>,
    options?: StartOptions,
  ): Promise<TrainRun>;
}
