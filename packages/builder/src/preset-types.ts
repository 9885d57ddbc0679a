import type { FrameworkTypes, ModelPreset, Preset, PresetFramework, PresetName } from "@trainyard/presets";

/** What `.use()` takes: a preset, or the name of one. */
export type PresetInput = Preset | PresetName | (string & {});

type Framed = PresetName extends `${infer Folder}/${string}` ? Folder : never;

/** A preset, where its name is none of a known framework's: a sentence for the compiler to show. */
export type CheckedPreset<P extends PresetInput> = P extends PresetName | `${PresetName}@${string}`
  ? P
  : P extends `${infer Folder extends Framed}/${infer Name}`
    ? string extends Name
      ? P
      : `${Folder} has no preset of this name; findPreset(...) takes one of your own`
    : P;

/** The chain's model after a preset: that of the preset's framework, or any, since a preset may change it. */
export type ModelAfter<P extends PresetInput> = P extends string
  ? [PresetFramework<P>] extends [never]
    ? string
    : `${PresetFramework<P> & keyof FrameworkTypes}/${string}`
  : string;

/** The steps that a preset takes: every one that comes with the package says its model. */
export type StepsOf<P extends PresetInput> = P extends ModelPreset | PresetName | `${PresetName}@${string}`
  ? "model"
  : never;
