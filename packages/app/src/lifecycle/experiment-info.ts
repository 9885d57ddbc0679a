import type { ExperimentRecord } from "@trainyard/core/wire";
import { trainingToGuiState } from "@trainyard/core/wire";
import type { Settings } from "../steps/settings.ts";
import type { EvaluationFacts } from "./benchmark.ts";
import type { TrainAppDefinition } from "./define-train-app.ts";
import type { SplitImages } from "./split-images.ts";
import type { TrainingResult } from "./train-context.ts";

/** What the experiment of a training is made from. */
export interface ExperimentFacts {
  readonly app: TrainAppDefinition;
  readonly settings: Settings;
  readonly taskId: number;
  readonly modelName: string;
  readonly artifactsDir: string;
  readonly result: TrainingResult;
  readonly images: SplitImages;
  /** Paths below the artifacts folder, by runtime. */
  readonly exports: Readonly<Record<string, string>>;
  readonly evaluation: EvaluationFacts;
  /** Seconds. */
  readonly duration: number;
  readonly now: Date;
}

/** The record the platform keeps of a training. Source: platform fact, experiment_info.json, in its order. */
export function experimentInfo(facts: ExperimentFacts): ExperimentRecord {
  const { app, settings, result, images, evaluation } = facts;
  const model = app.models.find(({ name }) => name.toLowerCase() === facts.modelName.toLowerCase());
  const modelName = model?.name ?? facts.modelName;
  return {
    experiment_name: settings.experimentName ?? `${facts.taskId} ${settings.project.name} ${modelName}`,
    framework_name: app.framework,
    model_name: modelName,
    base_checkpoint: settings.model.from === "pretrained" ? settings.model.name : settings.model.checkpoint,
    base_checkpoint_link: null,
    task_type: model?.task ?? app.models[0]?.task ?? "",
    project_id: settings.project.id,
    project_version: null,
    task_id: facts.taskId,
    model_files: {},
    checkpoints: result.checkpoints.map((name) => `checkpoints/${name}`),
    best_checkpoint: result.best,
    export: facts.exports,
    app_state: "app_state.json",
    model_meta: "model_meta.json",
    hyperparameters: "hyperparameters.yaml",
    artifacts_dir: facts.artifactsDir,
    datetime: facts.now.toISOString().slice(0, 19).replace("T", " "),
    evaluation_report_id: evaluation.reportId,
    evaluation_report_link: evaluation.reportLink,
    evaluation_metrics: evaluation.metrics,
    primary_metric: Object.keys(evaluation.metrics)[0] ?? null,
    logs: null,
    device: "CPU",
    training_duration: facts.duration,
    train_collection_id: null,
    val_collection_id: null,
    train_val_split: "train_val_split.json",
    train_size: images.train.length,
    val_size: images.val.length,
    ...result.about,
  };
}

/**
 * The files beside the checkpoints that let the training be read and repeated.
 *
 * Source: platform fact, app_state.json has neither the experiment's name nor whether to start at once.
 */
export function experimentFiles(facts: ExperimentFacts): Readonly<Record<string, string>> {
  const { settings, app, images } = facts;
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const ids = (side: readonly { id: number }[]) => side.map((image) => image.id);
  const {
    experiment_name: _,
    start_training: __,
    ...appState
  } = trainingToGuiState({
    ...settings,
    hyperparameters: settings.hyperparameters ?? app.hyperparameters,
  });
  const classes = settings.meta.classes.filter(({ title }) => settings.classes.includes(title));
  return {
    "app_state.json": json(appState),
    "hyperparameters.yaml": settings.hyperparameters ?? app.hyperparameters,
    "model_meta.json": json({ classes: classes.map((item) => ({ ...item, shape: "rectangle" })), tags: [] }),
    "train_val_split.json": json({ train: ids(images.train), val: ids(images.val) }),
    "experiment_info.json": json(experimentInfo(facts)),
  };
}
