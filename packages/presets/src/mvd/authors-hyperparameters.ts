// Generated from authors.ts by `npx vitest run packages/presets/src/authors-hyperparameters --update`: edits are lost.

/** What MVD takes beyond the app's file: `.tune()` offers it too. */
export interface MvdAuthorsHyperparameters {
  readonly aa?: string;
  readonly attn_drop_rate?: number;
  readonly auto_resume?: boolean;
  readonly clip_grad?: number | null;
  readonly color_jitter?: number;
  readonly crop_pct?: number | null;
  readonly cutmix?: number;
  readonly cutmix_minmax?: readonly unknown[] | null;
  /** @deprecated The app sets it. */
  readonly data_path?: unknown;
  /** @deprecated The app sets it. */
  readonly data_root?: unknown;
  /** @deprecated The app sets it. */
  readonly data_set?: unknown;
  /** @deprecated The app sets it. */
  readonly det_anno_path?: unknown;
  readonly device?: string;
  readonly disable_eval_during_finetuning?: boolean;
  readonly dist_eval?: boolean;
  readonly dist_on_itp?: boolean;
  readonly dist_url?: string | null;
  readonly drop?: number;
  readonly drop_path?: number;
  readonly eval?: boolean;
  readonly eval_data_path?: string | null;
  readonly eval_log_name?: string | null;
  readonly fc_drop_rate?: number;
  /** @deprecated The app sets it. */
  readonly finetune?: unknown;
  readonly imagenet_default_mean_and_std?: boolean;
  readonly init_scale?: number;
  readonly layer_decay?: number;
  readonly local_rank?: number;
  /** @deprecated The app sets it. */
  readonly log_dir?: unknown;
  readonly merge_test?: boolean;
  readonly min_lr?: number;
  readonly mixup?: number;
  readonly mixup_mode?: string;
  readonly mixup_switch_prob?: number;
  /** @deprecated The app sets it. */
  readonly model?: unknown;
  readonly model_ema?: boolean;
  readonly model_ema_decay?: number;
  readonly model_ema_force_cpu?: boolean;
  readonly model_key?: string;
  readonly model_prefix?: string;
  readonly momentum?: number;
  /** @deprecated The app sets it. */
  readonly nb_classes?: unknown;
  readonly no_save_best_ckpt?: boolean;
  readonly num_sample?: number;
  readonly num_segments?: number;
  readonly opt_eps?: number;
  /** @deprecated The app sets it. */
  readonly output_dir?: unknown;
  readonly pin_mem?: boolean;
  readonly recount?: number;
  readonly remode?: string;
  readonly remove_pos_emb?: boolean;
  readonly resplit?: boolean;
  readonly resume?: string;
  readonly resume_best?: boolean;
  readonly save_ckpt?: boolean;
  readonly seed?: number;
  /** @deprecated The app sets it. */
  readonly short_side_size?: unknown;
  readonly smoothing?: number;
  readonly start_epoch?: number;
  readonly test_num_crop?: number;
  readonly test_num_segment?: number;
  readonly train_interpolation?: string;
  readonly tubelet_size?: number;
  readonly use_checkpoint?: boolean;
  readonly use_cls_token?: boolean;
  readonly use_mean_pooling?: boolean;
  readonly warmup_lr?: number;
  readonly warmup_steps?: number;
  readonly weight_decay_end?: number | null;
  readonly world_size?: number;
}
