import * as v from "valibot";
import { factsFromText } from "../../hyperparameters/facts/facts-from-text.ts";
import { parseAsPyYaml } from "../../hyperparameters/read/parse-as-pyyaml.ts";
import { pyToJson } from "../../hyperparameters/read/py-to-json.ts";
import type { FrameworkFacts, ModelFacts } from "../../spec/framework-facts.ts";
import type { ExportFormat } from "../../spec/train-spec.ts";
import type { TrainModule } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";
import { isNewerRelease } from "./newer-release.ts";
import type { NotChecked } from "./read-optional.ts";

/** What a training app's own files say; a part is undefined where the file is missing or unreadable. */
export interface AppFiles {
  readonly models: readonly ModelFacts[] | undefined;
  /** The default hyperparameters, byte for byte. */
  readonly hyperparametersText: string | undefined;
  readonly exports: readonly ExportFormat[] | undefined;
}

/** Reads the app's models, default hyperparameters and options, side by side. */
export async function readApp(module: TrainModule, lookups: Lookups, notes: NotChecked): Promise<AppFiles> {
  const { models, hyperparams } = module.files;
  const options = module.files.app_options ?? siblingOf(hyperparams, "app_options.yaml");
  const text = async (what: string, path: string | undefined) => {
    if (path !== undefined)
      return notes.read(what, () => lookups.appFile(module.id, path, module.version, "asked once"));
    notes.note(`${what}: ${module.name} does not say where its file is.`);
    return undefined;
  };
  const [modelsText, hyperparametersText, optionsText] = await Promise.all([
    text("The app's models", models),
    text("The app's default hyperparameters", hyperparams),
    text("The app's options", options),
  ]);
  return {
    models: modelsText === undefined ? undefined : parseModels(modelsText),
    hyperparametersText,
    exports: optionsText === undefined ? undefined : parseExports(optionsText),
  };
}

/**
 * What is known of the app that will run: its own files where they could be read, the given facts for the rest.
 * Where nothing is known nothing is claimed to be missing.
 */
export function appFacts(
  framework: string,
  module: TrainModule,
  files: AppFiles,
  known: FrameworkFacts | undefined,
): FrameworkFacts {
  return {
    autostart: true,
    projectType: "images",
    ...known,
    ...authorsOf(module, known),
    name: framework,
    app: module.name,
    hyperparameters: knownHyperparameters(files.hyperparametersText ?? "", known),
    models: files.models ?? known?.models ?? [],
    exports: files.exports ?? known?.exports ?? ["onnx", "tensorrt"],
  };
}

/** The trainer of a newer release may know more names, so none that is unknown here is surely refused. */
function authorsOf(module: TrainModule, known: FrameworkFacts | undefined): Pick<FrameworkFacts, "authors"> {
  const { authors, release } = known ?? {};
  if (authors === undefined || !isNewerRelease(module.version, release)) return {};
  return { authors: { ...authors, unknown: "ignored" } };
}

/** What is known of a key is finer than what its default tells; keys that only the app's file has are known by that. */
function knownHyperparameters(
  text: string,
  known: FrameworkFacts | undefined,
): FrameworkFacts["hyperparameters"] {
  const given = known?.hyperparameters ?? [];
  const paths = new Set(given.map(({ path }) => path));
  return [...given, ...factsFromText(text).filter(({ path }) => !paths.has(path))];
}

function siblingOf(path: string | undefined, name: string): string | undefined {
  if (path === undefined) return undefined;
  return `${path.slice(0, path.lastIndexOf("/") + 1)}${name}`;
}

const row = v.looseObject({
  model_name: v.optional(v.string()),
  Model: v.optional(v.string()),
  task_type: v.optional(v.string()),
  meta: v.optional(v.looseObject({ model_name: v.optional(v.string()), task_type: v.optional(v.string()) })),
});
const rows = v.array(row);

/** Source: platform fact, the app finds a model by `model_name`, then `meta.model_name`, then `Model`. */
function parseModels(text: string): readonly ModelFacts[] | undefined {
  const parsed = v.safeParse(
    rows,
    tryRead(() => JSON.parse(text)),
  );
  if (!parsed.success) return undefined;
  return parsed.output.flatMap((item) => {
    const name = item.model_name ?? item.meta?.model_name ?? item.Model;
    return name === undefined ? [] : [{ name, task: item.meta?.task_type ?? item.task_type ?? "" }];
  });
}

const optionsSchema = v.looseObject({
  export_onnx_supported: v.optional(v.boolean(), false),
  export_tensorrt_supported: v.optional(v.boolean(), false),
});

/** Source: platform fact, the app's checkboxes for exports are off unless its options say otherwise. */
function parseExports(text: string): readonly ExportFormat[] | undefined {
  const parsed = v.safeParse(
    optionsSchema,
    tryRead(() => pyToJson(parseAsPyYaml(text))),
  );
  if (!parsed.success) return undefined;
  const exports: ExportFormat[] = [];
  if (parsed.output.export_onnx_supported) exports.push("onnx");
  if (parsed.output.export_tensorrt_supported) exports.push("tensorrt");
  return exports;
}

function tryRead(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
