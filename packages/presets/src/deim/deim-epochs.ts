/**
 * The epoch-valued hyperparameters of DEIM for a training of so many epochs: its stages move together, in the
 * proportions that its makers give. Spread them into `.tune()`.
 *
 * @param epochs all epochs, those without augmentation included.
 * @param last epochs without augmentation at the end; the app's default is 8.
 * @throws RangeError when there is no epoch before the last ones.
 * @example
 * ```ts
 * import { deimEpochs } from "@trainyard/presets/deim";
 * console.log(deimEpochs(132, 12).flat_epoch); // 64
 * ```
 * Source: DEIMv2's guide to customizing epochs.
 */
export function deimEpochs(
  epochs: number,
  last: number = Math.min(8, Math.floor(epochs / 2)),
): {
  readonly epoches: number;
  readonly flat_epoch: number;
  readonly no_aug_epoch: number;
  readonly "train_dataloader.dataset.transforms.policy.epoch": readonly number[];
  readonly "train_dataloader.collate_fn.stop_epoch": number;
  readonly "train_dataloader.collate_fn.mixup_epochs": readonly number[];
  readonly "train_dataloader.collate_fn.copyblend_epochs": readonly number[];
  readonly "DEIMCriterion.matcher.matcher_change_epoch": number;
} {
  const end = epochs - last;
  if (!Number.isInteger(epochs) || !Number.isInteger(last) || last < 0 || end < 1)
    throw new RangeError(
      `deimEpochs(${epochs}, ${last}): expected whole numbers, and at least one epoch before the last ones.`,
    );
  // Four epochs without augmentation come first; a training shorter than they allow has fewer.
  const start = Math.min(4, Math.floor(end / 4));
  const flat = start + Math.floor(end / 2);
  return {
    epoches: epochs,
    flat_epoch: flat,
    no_aug_epoch: last,
    "train_dataloader.dataset.transforms.policy.epoch": [start, flat, end],
    "train_dataloader.collate_fn.stop_epoch": end,
    "train_dataloader.collate_fn.mixup_epochs": [start, flat],
    "train_dataloader.collate_fn.copyblend_epochs": [start, end],
    "DEIMCriterion.matcher.matcher_change_epoch": Math.round(end * 0.9),
  };
}
