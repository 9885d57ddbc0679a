import type { AuthorsArguments } from "@trainyard/core/spec";
import { detrArguments, detrOverwritten } from "../detr-arguments.ts";
import { namedArguments } from "../named-arguments.ts";

/**
 * What DEIM's configuration takes beyond the app's file. A name that no module has stays in the configuration unread.
 *
 * Source: engine/core of the app's release v1.1.13, its shipped configurations, and its main.py.
 */
export const deimAuthors: AuthorsArguments = {
  of: "DEIM",
  unknown: "ignored",
  arguments: [
    ...detrArguments,
    ...namedArguments("lr_gamma", { kinds: ["float"], min: 0 }),
    ...namedArguments(
      "DEIM DEIMCriterion DEIMTransformer DFINETransformer DINOv3STAs LiteEncoder PostProcessor lr_scheduler lr_warmup_scheduler",
      { kinds: ["map"] },
    ),
    ...namedArguments("save_ema", { kinds: ["bool"] }),
    ...namedArguments("train_dataloader.collate_fn.ema_restart_decay", { kinds: ["float"] }),
    ...namedArguments("train_dataloader.collate_fn.base_size", { kinds: ["int", "list"] }),
    ...namedArguments("train_dataloader.dataset.transforms.stop_epoch", { kinds: ["int"] }),
  ],
  overwritten: [...detrOverwritten, "device", "train_dataloader.collate_fn.base_size"],
  dropped: [],
};
