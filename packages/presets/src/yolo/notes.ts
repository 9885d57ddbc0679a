import type { HyperparameterRule } from "@trainyard/core/spec";
import type { HyperparameterNotes } from "../framework.ts";

const fraction = { min: 0, max: 1 } as const;

/**
 * What the makers of YOLO say of its hyperparameters beyond the app's file; also those that are not in it,
 * since the app hands every key on to their trainer.
 *
 * Source: ultralytics 8.4.6, which the app's image has: cfg/default.yaml, and the kinds and ranges its cfg module checks.
 */
export const yoloNotes: HyperparameterNotes = {
  epochs: { about: "passes over the training images", min: 1 },
  patience: { about: "epochs without improvement after which training ends; 0 never ends it early", min: 0 },
  batch: {
    about: "images per step; -1 fits the GPU, a fraction takes that part of its memory",
    kinds: ["int", "float"],
    min: -1,
  },
  imgsz: { about: "side of the square input, in pixels" },
  save_period: { about: "epochs between kept checkpoints; below 1 keeps none" },
  workers: { about: "processes that load data", min: 0 },
  optimizer: { about: "auto picks one, its learning rate and its momentum" },
  verbose: { about: "more words in the log" },
  seed: { about: "start of the random numbers", min: 0 },
  cos_lr: { about: "lets the learning rate fall along a cosine" },
  close_mosaic: { about: "last epochs that go without mosaics", min: 0 },
  amp: { about: "computes in mixed precision" },
  freeze: {
    about: "layers that stay as they are: the first so many, or a list",
    kinds: ["int", "list", "str", "null"],
  },
  lr0: { about: "first learning rate", ...fraction },
  lrf: { about: "last learning rate as a part of lr0", ...fraction },
  momentum: { about: "momentum of SGD, or the first beta of Adam", ...fraction },
  weight_decay: { about: "pull of the weights towards 0", ...fraction },
  warmup_epochs: { about: "epochs over which the learning rate rises; parts of one count", min: 0 },
  warmup_momentum: { about: "momentum at the start of the warm-up", ...fraction },
  warmup_bias_lr: { about: "learning rate of biases at the start of the warm-up", ...fraction },
  box: { about: "weight of the boxes in the loss" },
  cls: { about: "weight of the classes in the loss" },
  dfl: { about: "weight of the box edges' distribution in the loss" },
  pose: { about: "weight of keypoints in the loss; the app has no pose models" },
  kobj: { about: "weight of keypoint presence in the loss; the app has no pose models" },
  hsv_h: { about: "how far hues are shifted", ...fraction },
  hsv_s: { about: "how far saturation is changed", ...fraction },
  hsv_v: { about: "how far brightness is changed", ...fraction },
  degrees: { about: "rotation, in degrees to either side" },
  translate: { about: "shift, as a part of the image", ...fraction },
  scale: { about: "change of size, as a part of it", ...fraction },
  shear: { about: "shear, in degrees to either side" },
  perspective: { about: "distortion of perspective; up to 0.001 is usual", ...fraction },
  flipud: { about: "how often an image is turned upside down", ...fraction },
  fliplr: { about: "how often an image is mirrored", ...fraction },
  bgr: { about: "how often red and blue change places", ...fraction },
  mosaic: { about: "how often four images are joined into one", ...fraction },
  mixup: { about: "how often two images are blended", ...fraction },
  copy_paste: { about: "how often objects are copied into other images; masks only", ...fraction },
  copy_paste_mode: { about: "where copied objects come from", choices: ["flip", "mixup"] },
  time: { about: "hours to train, in place of epochs", kinds: ["float", "null"] },
  deterministic: { about: "repeatable, perhaps slower", kinds: ["bool"] },
  single_cls: { about: "treats all classes as one", kinds: ["bool"] },
  rect: { about: "batches of one shape, for less padding", kinds: ["bool"] },
  fraction: { about: "part of the training images that is used", kinds: ["float"], ...fraction },
  multi_scale: {
    about: "change of the input size from batch to batch; on or off before 8.4",
    kinds: ["float", "bool"],
    ...fraction,
  },
  overlap_mask: { about: "joins an image's masks into one; segmentation only", kinds: ["bool"] },
  mask_ratio: {
    about: "how much smaller masks are than the image; segmentation only",
    kinds: ["int"],
    min: 1,
  },
  nbs: { about: "batch size that weight decay is meant for", kinds: ["int"], min: 1 },
  cutmix: { about: "how often a part of one image is put into another", kinds: ["float"], ...fraction },
  max_det: { about: "most detections in an image", kinds: ["int"], min: 1 },
  iou: { about: "overlap above which detections are merged", kinds: ["float"], ...fraction },
  conf: { about: "confidence below which detections are dropped", kinds: ["float", "null"], ...fraction },
  val: { about: "validates while it trains", kinds: ["bool"] },
  plots: { about: "keeps plots of training and validation", kinds: ["bool"] },
  compile: { about: "compiles the model first", kinds: ["bool", "str"] },
};

/** How hyperparameters of YOLO depend on each other. Source: ultralytics 8.4.6, the trainer. */
export const yoloRules: readonly HyperparameterRule[] = [
  {
    kind: "no-effect",
    keys: ["lr0", "momentum", "warmup_bias_lr"],
    path: "optimizer",
    is: "auto",
    why: "the optimizer auto chooses them itself; name an optimizer to set them",
  },
  {
    kind: "no-effect",
    keys: ["copy_paste_mode"],
    path: "copy_paste",
    is: 0,
    why: "nothing is copied while copy_paste is 0",
  },
  {
    kind: "at-most",
    severity: "warning",
    path: "warmup_epochs",
    bound: "epochs",
    why: "the learning rate would never reach its full height",
  },
];
