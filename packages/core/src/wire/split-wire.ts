import type { Split } from "../spec/split.ts";
import type { GuiSplit } from "./gui-state.ts";

/** A split in the platform's words. */
export function splitToWire(split: Split): GuiSplit {
  switch (split.by) {
    case "random":
      return { method: "random", split: split.side, percent: split.percent };
    case "datasets":
      return { method: "datasets", train_datasets: split.train, val_datasets: split.val };
    case "tags":
      return { method: "tags", train_tag: split.train, val_tag: split.val, untagged_action: split.untagged };
    case "collections":
      return { method: "collections", train_collections: split.train, val_collections: split.val };
  }
}

/** A split in the library's words. */
export function splitFromWire(wire: GuiSplit): Split {
  switch (wire.method) {
    case "random":
      return { by: "random", percent: wire.percent, side: wire.split };
    case "datasets":
      return { by: "datasets", train: wire.train_datasets, val: wire.val_datasets };
    case "tags":
      return { by: "tags", train: wire.train_tag, val: wire.val_tag, untagged: wire.untagged_action };
    case "collections":
      return { by: "collections", train: wire.train_collections, val: wire.val_collections };
  }
}
