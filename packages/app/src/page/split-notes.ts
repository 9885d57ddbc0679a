import type { Split } from "@trainyard/core";
import { countSplit } from "@trainyard/core/plan";
import type { PageNote } from "./page-state.ts";
import type { PageWorld } from "./page-world.ts";

const note = (tone: PageNote["tone"], text: string): PageNote => ({ tone, text, field: "split", line: 0 });

/**
 * What is doubtful about a split: an empty side, the same on both sides, sides of very different size.
 *
 * Source: platform fact, the widget's warnings.
 */
export function splitNotes(split: Split, world: PageWorld): readonly PageNote[] {
  const { project, meta, stats, members } = world;
  const notes: PageNote[] = [];
  if (split.by === "tags") {
    if (split.train === split.val) notes.push(note("bad", "Train and val tag are the same."));
    for (const tag of [split.train, split.val])
      if ((project.tags.find(({ name }) => name === tag)?.images ?? 0) === 0)
        notes.push(note("bad", `Tag ${JSON.stringify(tag)} is not present in any images.`));
  }
  if (split.by === "datasets" || split.by === "collections") {
    const both = split.train.filter((id) => split.val.includes(id));
    if (both.length > 0)
      notes.push(
        note("warn", `The same ${split.by} are on both sides: the val set would flatter the model.`),
      );
  }
  const known = split.by === "datasets" ? project.datasets : project.collections;
  const images = countSplit(split, {
    project: { id: project.id, name: project.name, workspaceId: 0, imagesCount: project.images },
    meta,
    stats,
    known: known.map(({ id, name, images }) => ({
      id,
      name,
      ...(images === null ? {} : { imagesCount: images }),
    })),
    members: split.by === "collections" ? members : undefined,
  });
  if (images === null) return notes;
  const { train, val } = images;
  if (train === 0) notes.push(note("bad", "The train set would be empty."));
  if (val === 0) notes.push(note("bad", "The val set would be empty."));
  if (train === 0 || val === 0) return notes;
  const share = train / (train + val);
  if (share < 0.5) notes.push(note("warn", "The val set is larger than the train set."));
  else if (share > 0.95) notes.push(note("warn", "Less than 5 % of the images judge the model."));
  return notes;
}
