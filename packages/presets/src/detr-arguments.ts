import type { HyperparameterFacts } from "@trainyard/core/spec";
import { namedArguments } from "./named-arguments.ts";

/**
 * What the configurations of RT-DETR and its kin take beyond the apps' files: the fields of BaseConfig, and a mapping
 * for each registered module, whose own fields the module's constructor checks.
 *
 * Source: `core/_config.py`, `core/workspace.py` and the shipped configurations of RT-DETRv2 and DEIM; torch 2's
 * optimizers and schedulers.
 */
export const detrArguments: readonly HyperparameterFacts[] = [
  ...namedArguments("task model criterion postprocessor output_dir summary_dir device resume", {
    kinds: ["str", "null"],
  }),
  ...namedArguments("use_focal_loss sync_bn find_unused_parameters", { kinds: ["bool"] }),
  ...namedArguments("seed last_epoch num_workers ema_warmups", { kinds: ["int", "null"] }),
  ...namedArguments("ema_decay", { kinds: ["float"] }),
  ...namedArguments(
    "scaler evaluator PResNet HGNetv2 CSPResNet CSPDarkNet CSPPAN MResNet TimmModel TorchVisionModel HybridEncoder HungarianMatcher RTDETRTransformerv2",
    { kinds: ["map"] },
  ),
  ...namedArguments("optimizer.type optimizer.foreach optimizer.params optimizer.betas", { kinds: [] }),
  ...namedArguments(
    "optimizer.lr optimizer.eps optimizer.weight_decay optimizer.momentum optimizer.dampening",
    {
      kinds: ["float"],
      min: 0,
    },
  ),
  ...namedArguments("optimizer.amsgrad optimizer.nesterov optimizer.maximize optimizer.fused", {
    kinds: ["bool"],
  }),
  ...namedArguments("lr_scheduler.milestones lr_scheduler.gamma lr_scheduler.last_epoch lr_scheduler.T_max", {
    kinds: [],
  }),
  ...namedArguments(
    "lr_scheduler.eta_min lr_scheduler.max_lr lr_scheduler.total_steps lr_scheduler.pct_start",
    {
      kinds: [],
    },
  ),
  ...namedArguments("train_dataloader.dataset.transforms.ops train_dataloader.collate_fn.scales", {
    kinds: ["list", "null"],
  }),
  ...namedArguments("train_dataloader.dataset.transforms.policy.name train_dataloader.collate_fn.type", {
    kinds: ["str"],
  }),
  ...namedArguments(
    "train_dataloader.dataset.transforms.policy.epoch train_dataloader.dataset.transforms.policy.ops",
    {
      kinds: [],
    },
  ),
  ...namedArguments("train_dataloader.collate_fn.stop_epoch train_dataloader.collate_fn.base_size_repeat", {
    kinds: ["int", "null"],
  }),
  ...namedArguments(
    "train_dataloader.shuffle train_dataloader.drop_last val_dataloader.shuffle val_dataloader.drop_last",
    {
      kinds: ["bool"],
    },
  ),
  ...namedArguments("val_dataloader.dataset.transforms.ops", { kinds: ["list"] }),
];

/** What the apps of RT-DETR and its kin set after they have read the hyperparameters. Source: their main.py. */
export const detrOverwritten: readonly string[] = [
  ...["__include__", "remap_mscoco_category", "num_classes", "print_freq", "tuning"],
  ...["train_dataloader.dataset.img_folder", "train_dataloader.dataset.ann_file"],
  ...["val_dataloader.dataset.img_folder", "val_dataloader.dataset.ann_file"],
  ...["train_dataloader.total_batch_size", "val_dataloader.total_batch_size"],
  ...["train_dataloader.num_workers", "val_dataloader.num_workers"],
];
