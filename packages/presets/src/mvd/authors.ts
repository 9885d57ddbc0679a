import type { AuthorsArguments } from "@trainyard/core/spec";
import { namedArguments } from "../named-arguments.ts";

/**
 * What MVD's fine-tuning takes beyond the app's file. The app sets each hyperparameter as an attribute, so a name that
 * nothing reads is set and left at that.
 *
 * Source: the arguments of the fine-tuning script and `get_train_args` of the app's release v1.0.15.
 */
export const mvdAuthors: AuthorsArguments = {
  of: "MVD",
  unknown: "ignored",
  arguments: [
    ...namedArguments("tubelet_size num_sample recount num_segments seed warmup_steps start_epoch", {
      kinds: ["int"],
    }),
    ...namedArguments("test_num_segment test_num_crop world_size local_rank", { kinds: ["int"] }),
    ...namedArguments("fc_drop_rate drop attn_drop_rate drop_path smoothing mixup cutmix mixup_switch_prob", {
      kinds: ["float"],
      min: 0,
      max: 1,
    }),
    ...namedArguments(
      "model_ema_decay opt_eps momentum layer_decay warmup_lr min_lr color_jitter init_scale",
      {
        kinds: ["float"],
      },
    ),
    ...namedArguments("clip_grad weight_decay_end crop_pct", { kinds: ["float", "null"] }),
    ...namedArguments("cutmix_minmax", { kinds: ["list", "null"] }),
    ...namedArguments(
      "use_checkpoint remove_pos_emb disable_eval_during_finetuning model_ema model_ema_force_cpu",
      {
        kinds: ["bool"],
      },
    ),
    ...namedArguments(
      "use_cls_token resplit use_mean_pooling imagenet_default_mean_and_std auto_resume resume_best",
      {
        kinds: ["bool"],
      },
    ),
    ...namedArguments("save_ckpt no_save_best_ckpt eval merge_test dist_eval pin_mem dist_on_itp", {
      kinds: ["bool"],
    }),
    ...namedArguments("aa train_interpolation remode mixup_mode model_key model_prefix device resume", {
      kinds: ["str"],
    }),
    ...namedArguments("eval_data_path eval_log_name dist_url", { kinds: ["str", "null"] }),
  ],
  overwritten: [
    ...["model", "data_set", "finetune", "nb_classes", "data_path", "data_root", "det_anno_path", "log_dir"],
    ...["output_dir", "short_side_size"],
  ],
  dropped: [],
};
