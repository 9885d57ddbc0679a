import type { ExportFormat } from "@trainyard/core";
import type { Json } from "@trainyard/core/spec";
import type { FrameworkTypes } from "@trainyard/presets";

/** A model as it is written: known names complete, others stay possible. */
export type ModelText =
  | { [F in keyof FrameworkTypes & string]: `${F}/${FrameworkTypes[F]["model"]}` }[keyof FrameworkTypes &
      string]
  | (string & {});

type FrameworkOf<M extends string> = M extends `${infer F}/${string}` ? F : never;
type Known<M extends string> = FrameworkOf<M> extends keyof FrameworkTypes ? FrameworkOf<M> : never;

/** What `.tune()` takes after `.model()`: the framework's own keys, and any other. */
export type TuneOf<M extends string> = ([Known<M>] extends [never]
  ? unknown
  : {
      readonly [K in keyof FrameworkTypes[Known<M>]["hyperparameters"]]?:
        | FrameworkTypes[Known<M>]["hyperparameters"][K]
        | null;
    }) & {
  readonly [key: string]: Json | undefined;
};

/** The formats the model exports to; every format while no model is named. */
export type ExportOf<M extends string> = [Known<M>] extends [never]
  ? ExportFormat
  : ExportsOf<Known<M>, NameOf<M>>;

type NameOf<M extends string> = M extends `${string}/${infer Name}` ? Name : never;
type ExportsOf<F extends keyof FrameworkTypes, Name> = Name extends FrameworkTypes[F]["withoutExport"]
  ? never
  : FrameworkTypes[F]["exports"];
