import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parse } from "yaml";
import { type FileHyperparameters, readHyperparameters } from "./read-hyperparameters.ts";
import { type FileModel, readModels } from "./read-models.ts";
import { readSdk } from "./read-sdk.ts";

/** What a checkout of a training app's repository says of its framework. */
export interface CheckoutFacts {
  readonly name: string;
  readonly app: string;
  /** Folder of the app in its repository. */
  readonly folder: string;
  /** Release of the platform's SDK that it pins. */
  readonly sdk: string | undefined;
  readonly projectType: "images" | "videos";
  readonly exports: readonly string[];
  readonly defaultModel: string;
  readonly files: { readonly models: string; readonly hyperparams: string; readonly app_options: string };
  readonly models: readonly FileModel[];
  readonly hyperparameters: FileHyperparameters;
}

interface AppConfig {
  readonly name: string;
  readonly categories: readonly string[];
  readonly files?: { readonly models?: string; readonly hyperparams?: string };
}

interface AppOptions {
  readonly model_selector?: { readonly default_model?: string };
  readonly export_onnx_supported?: boolean;
  readonly export_tensorrt_supported?: boolean;
}

/** Places where the apps keep what their config.json does not name. */
const known = {
  app: ["supervisely_integration/train", "train", "supervisely/train"],
  models: ["supervisely_integration/models.json", "models/models.json", "models.json"],
  beside: ["", "src"],
};

/** Reads a checkout; throws an error that lists where a missing file was looked for. */
export function readCheckout(root: string): CheckoutFacts {
  const folder = appFolder(root);
  const config: AppConfig = JSON.parse(readFileSync(join(root, folder, "config.json"), "utf8"));
  const name = frameworkOf(config);
  if (name === undefined) throw new Error(`${folder}/config.json has no category framework:NAME.`);
  const beside = (file: string) => known.beside.map((inner) => join(folder, inner, file));
  const files = {
    models: firstOf(root, [config.files?.models, ...known.models]),
    hyperparams: firstOf(root, [config.files?.hyperparams, ...beside("hyperparameters.yaml")]),
    app_options: firstOf(root, beside("app_options.yaml")),
  };
  const text = (path: string) => readFileSync(join(root, path), "utf8");
  const options: AppOptions = parse(text(files.app_options), { version: "1.1" }) ?? {};
  const models = readModels(text(files.models));
  return {
    name,
    app: config.name,
    folder,
    sdk: readSdk(root, ["", dirname(folder), folder]),
    projectType: config.categories.includes("videos") ? "videos" : "images",
    exports: [
      ...(options.export_onnx_supported === true ? ["onnx"] : []),
      ...(options.export_tensorrt_supported === true ? ["tensorrt"] : []),
    ],
    defaultModel: options.model_selector?.default_model ?? models[0]?.name ?? "",
    files,
    models,
    hyperparameters: readHyperparameters(text(files.hyperparams)),
  };
}

/** The folder whose config.json says that it trains a framework. */
function appFolder(root: string): string {
  const trains = (folder: string) => {
    const path = join(root, folder, "config.json");
    if (!existsSync(path)) return false;
    const config: AppConfig = JSON.parse(readFileSync(path, "utf8"));
    return (config.categories ?? []).includes("train") && frameworkOf(config) !== undefined;
  };
  const found = known.app.find(trains) ?? folders(root).find(trains);
  if (found === undefined)
    throw new Error(
      `No config.json under ${root} has the categories "train" and "framework:NAME"; looked in ${known.app.join(", ")} and three levels down.`,
    );
  return found;
}

function folders(root: string, from: string = root, depth: number = 3): readonly string[] {
  if (depth === 0) return [];
  return readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules")
    .map((entry) => join(from, entry.name))
    .sort()
    .flatMap((path) => [relative(root, path), ...folders(root, path, depth - 1)]);
}

function frameworkOf(config: AppConfig): string | undefined {
  return (config.categories ?? []).find((item) => item.startsWith("framework:"))?.slice("framework:".length);
}

function firstOf(root: string, candidates: readonly (string | undefined)[]): string {
  const places = candidates.filter((path) => path !== undefined);
  const found = places.find((path) => existsSync(join(root, path)));
  if (found === undefined) throw new Error(`The checkout has none of ${places.join(", ")}.`);
  return dirname(found) === "." ? found : found.replaceAll("\\", "/");
}
