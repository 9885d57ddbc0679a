import type { Framework } from "../framework.ts";
import { yoloHyperparameters, yoloHyperparametersText } from "./hyperparameters.ts";
import { yoloModels } from "./models.ts";

/**
 * The YOLO training app: 59 models from YOLOv5 to YOLO26, detection and instance segmentation.
 *
 * Source: platform facts, the app's config.json, models.json, hyperparameters.yaml and app_options.yaml.
 */
export const yolo: Framework = {
  name: "YOLO",
  app: "Train YOLO v8 - 26",
  slug: "supervisely-ecosystem/yolo/supervisely_integration/train",
  release: "v1.0.40",
  tasks: ["object detection", "instance segmentation"],
  models: yoloModels,
  defaultModel: "YOLO26s-det",
  hyperparameters: yoloHyperparameters,
  hyperparametersText: yoloHyperparametersText,
  exports: ["onnx", "tensorrt"],
  autostart: true,
  keys: { length: "epochs", batch: "batch", seed: "seed" },
  progressLabel: "Epochs",
  bestCheckpoint: "best.pt",
};
