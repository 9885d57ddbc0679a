// Generated from authors.ts by `npx vitest run packages/presets/src/authors-hyperparameters --update`: edits are lost.

/** What DEIM takes beyond the app's file: `.tune()` offers it too. */
export interface DeimAuthorsHyperparameters {
  readonly CSPDarkNet?: { readonly [key: string]: unknown };
  readonly CSPPAN?: { readonly [key: string]: unknown };
  readonly CSPResNet?: { readonly [key: string]: unknown };
  readonly DEIM?: { readonly [key: string]: unknown };
  readonly DEIMTransformer?: { readonly [key: string]: unknown };
  readonly DFINETransformer?: { readonly [key: string]: unknown };
  readonly DINOv3STAs?: { readonly [key: string]: unknown };
  readonly HGNetv2?: { readonly [key: string]: unknown };
  readonly HungarianMatcher?: { readonly [key: string]: unknown };
  readonly HybridEncoder?: { readonly [key: string]: unknown };
  readonly LiteEncoder?: { readonly [key: string]: unknown };
  readonly MResNet?: { readonly [key: string]: unknown };
  readonly PResNet?: { readonly [key: string]: unknown };
  readonly PostProcessor?: { readonly [key: string]: unknown };
  readonly RTDETRTransformerv2?: { readonly [key: string]: unknown };
  readonly TimmModel?: { readonly [key: string]: unknown };
  readonly TorchVisionModel?: { readonly [key: string]: unknown };
  /** @deprecated The app sets it. */
  readonly __include__?: unknown;
  readonly criterion?: string | null;
  /** @deprecated The app sets it. */
  readonly device?: unknown;
  readonly ema_decay?: number;
  readonly ema_warmups?: number | null;
  readonly evaluator?: { readonly [key: string]: unknown };
  readonly find_unused_parameters?: boolean;
  readonly last_epoch?: number | null;
  readonly lr_gamma?: number;
  readonly lr_scheduler?: { readonly [key: string]: unknown };
  readonly "lr_scheduler.T_max"?: unknown;
  readonly "lr_scheduler.eta_min"?: unknown;
  readonly "lr_scheduler.gamma"?: unknown;
  readonly "lr_scheduler.last_epoch"?: unknown;
  readonly "lr_scheduler.max_lr"?: unknown;
  readonly "lr_scheduler.milestones"?: unknown;
  readonly "lr_scheduler.pct_start"?: unknown;
  readonly "lr_scheduler.total_steps"?: unknown;
  readonly lr_warmup_scheduler?: { readonly [key: string]: unknown };
  readonly model?: string | null;
  /** @deprecated The app sets it. */
  readonly num_classes?: unknown;
  readonly num_workers?: number | null;
  readonly "optimizer.amsgrad"?: boolean;
  readonly "optimizer.dampening"?: number;
  readonly "optimizer.eps"?: number;
  readonly "optimizer.foreach"?: unknown;
  readonly "optimizer.fused"?: boolean;
  readonly "optimizer.maximize"?: boolean;
  readonly "optimizer.momentum"?: number;
  readonly "optimizer.nesterov"?: boolean;
  readonly "optimizer.params"?: unknown;
  readonly output_dir?: string | null;
  readonly postprocessor?: string | null;
  /** @deprecated The app sets it. */
  readonly print_freq?: unknown;
  /** @deprecated The app sets it. */
  readonly remap_mscoco_category?: unknown;
  readonly resume?: string | null;
  readonly save_ema?: boolean;
  readonly scaler?: { readonly [key: string]: unknown };
  readonly seed?: number | null;
  readonly summary_dir?: string | null;
  readonly sync_bn?: boolean;
  readonly task?: string | null;
  /** @deprecated The app sets it. */
  readonly "train_dataloader.collate_fn.base_size"?: unknown;
  readonly "train_dataloader.collate_fn.base_size_repeat"?: number | null;
  readonly "train_dataloader.collate_fn.ema_restart_decay"?: number;
  readonly "train_dataloader.collate_fn.scales"?: readonly unknown[] | null;
  readonly "train_dataloader.collate_fn.type"?: string;
  /** @deprecated The app sets it. */
  readonly "train_dataloader.dataset.ann_file"?: unknown;
  /** @deprecated The app sets it. */
  readonly "train_dataloader.dataset.img_folder"?: unknown;
  readonly "train_dataloader.dataset.transforms.ops"?: readonly unknown[] | null;
  readonly "train_dataloader.dataset.transforms.policy.name"?: string;
  readonly "train_dataloader.dataset.transforms.policy.ops"?: unknown;
  readonly "train_dataloader.dataset.transforms.stop_epoch"?: number;
  readonly "train_dataloader.drop_last"?: boolean;
  /** @deprecated The app sets it. */
  readonly "train_dataloader.num_workers"?: unknown;
  readonly "train_dataloader.shuffle"?: boolean;
  /** @deprecated The app sets it. */
  readonly "train_dataloader.total_batch_size"?: unknown;
  /** @deprecated The app sets it. */
  readonly tuning?: unknown;
  readonly use_focal_loss?: boolean;
  readonly val_dataloader?: { readonly [key: string]: unknown };
  /** @deprecated The app sets it. */
  readonly "val_dataloader.dataset.ann_file"?: unknown;
  /** @deprecated The app sets it. */
  readonly "val_dataloader.dataset.img_folder"?: unknown;
  readonly "val_dataloader.dataset.transforms.ops"?: readonly unknown[];
  readonly "val_dataloader.drop_last"?: boolean;
  /** @deprecated The app sets it. */
  readonly "val_dataloader.num_workers"?: unknown;
  readonly "val_dataloader.shuffle"?: boolean;
  /** @deprecated The app sets it. */
  readonly "val_dataloader.total_batch_size"?: unknown;
}
