// Generated from the training app's hyperparameters.yaml.
import type { Hyperparameter } from "../framework.ts";

/** The hyperparameters of the YOLO training app, in its file's order. */
export const yoloHyperparameters: readonly Hyperparameter[] = [
  { path: "epochs", default: 100, type: "int" },
  { path: "patience", default: 50, type: "int" },
  { path: "batch", default: 16, type: "int" },
  { path: "imgsz", default: 640, type: "int|list" },
  { path: "save_period", default: 10, type: "int" },
  { path: "workers", default: 8, type: "int" },
  {
    path: "optimizer",
    default: "auto",
    type: "str",
    choices: ["SGD", "Adam", "Adamax", "AdamW", "NAdam", "RAdam", "RMSProp", "auto"],
  },
  { path: "verbose", default: false, type: "bool" },
  { path: "seed", default: 0, type: "int" },
  { path: "cos_lr", default: false, type: "bool" },
  { path: "close_mosaic", default: 10, type: "int" },
  { path: "amp", default: true, type: "bool" },
  { path: "freeze", default: "None", type: "int|list" },
  { path: "lr0", default: 0.01, type: "float" },
  { path: "lrf", default: 0.01, type: "float" },
  { path: "momentum", default: 0.937, type: "float" },
  { path: "weight_decay", default: 0.0005, type: "float" },
  { path: "warmup_epochs", default: 3.0, type: "float" },
  { path: "warmup_momentum", default: 0.8, type: "float" },
  { path: "warmup_bias_lr", default: 0.1, type: "float" },
  { path: "box", default: 7.5, type: "float" },
  { path: "cls", default: 0.5, type: "float" },
  { path: "dfl", default: 1.5, type: "float" },
  { path: "pose", default: 12.0, type: "float" },
  { path: "kobj", default: 1.0, type: "float" },
  { path: "hsv_h", default: 0.015, type: "float" },
  { path: "hsv_s", default: 0.7, type: "float" },
  { path: "hsv_v", default: 0.4, type: "float" },
  { path: "degrees", default: 0.0, type: "float" },
  { path: "translate", default: 0.1, type: "float" },
  { path: "scale", default: 0.5, type: "float" },
  { path: "shear", default: 0.0, type: "float" },
  { path: "perspective", default: 0.0, type: "float" },
  { path: "flipud", default: 0.0, type: "float" },
  { path: "fliplr", default: 0.5, type: "float" },
  { path: "bgr", default: 0.0, type: "float" },
  { path: "mosaic", default: 0.0, type: "float" },
  { path: "mixup", default: 0.0, type: "float" },
  { path: "copy_paste", default: 0.0, type: "float" },
  { path: "copy_paste_mode", default: "flip", type: "str" },
];

/** The file as the app ships it, without its comments. */
export const yoloHyperparametersText: string = [
  "epochs: 100",
  "patience: 50",
  "batch: 16",
  "imgsz: 640",
  "save_period: 10",
  "workers: 8",
  "optimizer: auto",
  "verbose: False",
  "seed: 0",
  "cos_lr: False",
  "close_mosaic: 10",
  "amp: True",
  "freeze: None",
  "lr0: 0.01",
  "lrf: 0.01",
  "momentum: 0.937",
  "weight_decay: 0.0005",
  "warmup_epochs: 3.0",
  "warmup_momentum: 0.8",
  "warmup_bias_lr: 0.1",
  "box: 7.5",
  "cls: 0.5",
  "dfl: 1.5",
  "pose: 12.0",
  "kobj: 1.0",
  "hsv_h: 0.015",
  "hsv_s: 0.7",
  "hsv_v: 0.4",
  "degrees: 0.0",
  "translate: 0.1",
  "scale: 0.5",
  "shear: 0.0",
  "perspective: 0.0",
  "flipud: 0.0",
  "fliplr: 0.5",
  "bgr: 0.0",
  "mosaic: 0.0",
  "mixup: 0.0",
  "copy_paste: 0.0",
  "copy_paste_mode: flip",
]
  .join("\n")
  .concat("\n");

/** What `.tune()` offers for YOLO models; other keys are passed on as they are. */
export interface YoloHyperparameters {
  /** Passes over the training images. Default 100. */
  readonly epochs?: number;
  /** Epochs without improvement after which training ends. Default 50. */
  readonly patience?: number;
  /** Images per step. Default 16. */
  readonly batch?: number;
  /** Side of the square input, in pixels. Default 640. */
  readonly imgsz?: number | readonly number[];
  /** Epochs between checkpoints. Default 10. */
  readonly save_period?: number;
  /** Data loading processes. Default 8. */
  readonly workers?: number;
  /** auto picks one and its learning rate. Default auto. */
  readonly optimizer?: "SGD" | "Adam" | "Adamax" | "AdamW" | "NAdam" | "RAdam" | "RMSProp" | "auto";
  readonly verbose?: boolean;
  /** Start of the random numbers. Default 0. */
  readonly seed?: number;
  readonly cos_lr?: boolean;
  readonly close_mosaic?: number;
  readonly amp?: boolean;
  /** Layers that stay as they are. Default None. */
  readonly freeze?: number | readonly number[] | "None";
  /** First learning rate; no effect with optimizer auto. Default 0.01. */
  readonly lr0?: number;
  /** Last learning rate as a part of lr0. Default 0.01. */
  readonly lrf?: number;
  readonly momentum?: number;
  readonly weight_decay?: number;
  readonly warmup_epochs?: number;
  readonly warmup_momentum?: number;
  readonly warmup_bias_lr?: number;
  readonly box?: number;
  readonly cls?: number;
  readonly dfl?: number;
  readonly pose?: number;
  readonly kobj?: number;
  readonly hsv_h?: number;
  readonly hsv_s?: number;
  readonly hsv_v?: number;
  readonly degrees?: number;
  readonly translate?: number;
  readonly scale?: number;
  readonly shear?: number;
  readonly perspective?: number;
  readonly flipud?: number;
  readonly fliplr?: number;
  readonly bgr?: number;
  readonly mosaic?: number;
  readonly mixup?: number;
  readonly copy_paste?: number;
  readonly copy_paste_mode?: string;
}
