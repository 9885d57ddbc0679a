import type { ModelRef } from "@trainyard/core";
import type { ExperimentCheckpoint, Json } from "@trainyard/core/spec";
import type { FrameworkTypes } from "@trainyard/presets";

type KnownModel = {
  [F in keyof FrameworkTypes & string]: `${F}/${FrameworkTypes[F]["model"]}`;
}[keyof FrameworkTypes & string];

/** A model as it is written: known names complete, others stay possible. */
export type ModelText = KnownModel | (string & {});

/** What `.model()` takes: a text, a checkpoint by the task that trained it, or what `parseModel()` and `anyModel()` give. */
export type ModelInput = ModelText | Omit<ExperimentCheckpoint, "from"> | ModelRef;

/** A model, where its text names none of a known framework's: a sentence for the compiler to show. */
export type CheckedModel<N extends ModelInput> = N extends KnownModel
  ? N
  : N extends `${infer F extends keyof FrameworkTypes & string}/${infer Name}`
    ? string extends Name
      ? N
      : `${F} has no model of this name; anyModel(...) takes newer ones`
    : N;

/** What a chain knows of its model after `.model()`: its text, or its framework. */
export type TextOf<N extends ModelInput> = N extends string
  ? N
  : N extends { readonly framework: infer F extends string }
    ? `${F}/${string}`
    : string;

type FrameworkOf<M extends string> = M extends `${infer F}/${string}` ? F : never;
type Known<M extends string> = FrameworkOf<M> extends keyof FrameworkTypes ? FrameworkOf<M> : never;

/** What `.tune()` takes after `.model()`: the framework's own keys; any key where the framework is not known. */
export type TuneOf<M extends string> = Tune<
  [Known<M>] extends [never] ? { [key: string]: Json } : FrameworkTypes[Known<M>]["hyperparameters"]
>;

/** Hyperparameters to set: each may be left out, and `null` removes one. */
export type Tune<Hyperparameters> = {
  readonly [K in keyof Hyperparameters]?: Hyperparameters[K] | null | undefined;
};

/** The formats the model exports to; every format while no model is named. */
export type ExportOf<M extends string> = [Known<M>] extends [never]
  ? "onnx" | "tensorrt"
  : ExportsOf<Known<M>, NameOf<M>>;

type NameOf<M extends string> = M extends `${string}/${infer Name}` ? Name : never;
type ExportsOf<F extends keyof FrameworkTypes, Name> = Name extends FrameworkTypes[F]["withoutExport"]
  ? never
  : FrameworkTypes[F]["exports"];
