import type { PlannedTraining } from "../plan/terms/train-plan.ts";
import type { ExportFormat } from "../spec/train-spec.ts";
import type { GuiState } from "./gui-state.ts";
import { splitFromWire, splitToWire } from "./split-wire.ts";

/**
 * The TrainApp page's state of a planned training. Pure; {@link guiStateToTraining} is its inverse.
 *
 * Source: platform fact, TrainApi's app state.
 */
export function trainingToGuiState(training: PlannedTraining): GuiState {
  const { model } = training;
  const onnx = training.exports.includes("onnx");
  const tensorrt = training.exports.includes("tensorrt");
  return {
    model:
      model.from === "pretrained"
        ? { source: "Pretrained models", model_name: model.name }
        : { source: "Custom models", task_id: model.taskId, checkpoint: model.checkpoint },
    classes: training.classes,
    train_val_split: splitToWire(training.split),
    hyperparameters: training.hyperparameters,
    options: {
      convert_class_shapes: training.convertClassShapes,
      model_benchmark: { enable: training.benchmark, speed_test: training.speedtest },
      cache_project: training.cacheProject,
      export: { enable: onnx || tensorrt, ONNXRuntime: onnx, TensorRT: tensorrt },
    },
    experiment_name: training.experimentName,
    start_training: training.autostart,
  };
}

/** The planned training of a page's state. The state does not name the framework: the app that holds it does. */
export function guiStateToTraining(state: GuiState, framework: string): PlannedTraining {
  const { model, options } = state;
  const exports: ExportFormat[] = [];
  if (options.export.ONNXRuntime) exports.push("onnx");
  if (options.export.TensorRT) exports.push("tensorrt");
  return {
    model:
      model.source === "Pretrained models"
        ? { from: "pretrained", framework, name: model.model_name }
        : { from: "experiment", framework, taskId: model.task_id, checkpoint: model.checkpoint },
    classes: state.classes,
    split: splitFromWire(state.train_val_split),
    hyperparameters: state.hyperparameters,
    convertClassShapes: options.convert_class_shapes,
    benchmark: options.model_benchmark.enable,
    speedtest: options.model_benchmark.speed_test,
    cacheProject: options.cache_project,
    exports,
    experimentName: state.experiment_name,
    autostart: state.start_training,
  };
}
