import { editDistance } from "../../spec/closest.ts";

/** Names that different makers give to one thing. */
const sameThing: readonly (readonly string[])[] = [
  ["epochs", "epoches", "num_epochs", "n_epochs", "max_epochs", "n_iterations", "iterations", "max_iter"],
  ["batch", "batch_size", "bs", "batchsize", "total_batch_size"],
  ["lr", "lr0", "base_lr", "learning_rate", "optimizer.lr", "initial_lr"],
  ["imgsz", "img_size", "image_size", "input_size", "eval_spatial_size"],
  ["workers", "n_workers", "num_workers"],
  ["optimizer", "optimizer.type", "opt"],
  ["amp", "use_amp", "use_fp16", "fp16"],
  ["save_period", "checkpoint_freq", "save_ckpt_freq", "checkpoint_save_frequency", "save_freq"],
  ["weight_decay", "optimizer.weight_decay", "wd"],
];

/** The known path that a name was probably meant for. */
export interface MeantHyperparameter {
  readonly path: string;
  /** Whether the name differs by spaces, case, dashes or one or two letters: a slip, and not another word. */
  readonly isSlip: boolean;
}

/**
 * The known path that a name was probably meant for: by a slip of the pen, by its place in a nested mapping, or by what
 * other makers call it.
 */
export function findHyperparameter(name: string, known: readonly string[]): MeantHyperparameter | undefined {
  const bare = plain(name);
  const slip =
    known.find((path) => path === name.trim()) ??
    known.find((path) => plain(path) === bare) ??
    nearest(name.trim().toLowerCase(), known);
  if (slip !== undefined) return { path: slip, isSlip: true };
  const other = otherPlace(name.trim(), known) ?? otherName(bare, known);
  return other === undefined ? undefined : { path: other, isSlip: false };
}

function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[-_ ]/g, "");
}

/** `lr` for `optimizer.lr`, or the reverse; only where there is one such place. */
function otherPlace(name: string, known: readonly string[]): string | undefined {
  const lastPart = (path: string) => path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const found = known.filter((path) => lastPart(path) === lastPart(name));
  return found.length === 1 ? found[0] : undefined;
}

function otherName(bare: string, known: readonly string[]): string | undefined {
  const names = sameThing.find((group) => group.some((other) => plain(other) === bare));
  return known.find((path) => names?.includes(path));
}

/** Short names differ by little, so the shorter the name the fewer slips are forgiven. */
function nearest(name: string, known: readonly string[]): string | undefined {
  const allowed = name.length < 4 ? 1 : 2;
  const ranked = known
    .map((path) => ({ path, distance: editDistance(name, path.toLowerCase()) }))
    .filter(({ path, distance }) => distance <= allowed && distance < Math.min(name.length, path.length))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.path;
}
