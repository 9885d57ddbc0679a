import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { findProject, listImages } from "./list-images.ts";
import { openInstance } from "./open-instance.ts";
import { saysWhich, selectImages } from "./select-images.ts";

const help = `trainyard-local tag, dataset, collection: what a split needs, made of a project's images.

  tag PROJECT NAME …         gives the images a tag
  dataset PROJECT NAME …     moves the images into a dataset at the top of the project
  collection PROJECT NAME …  puts the images into a collection

PROJECT is an id or a name. NAME is made where there is none. Which images, all of it together:
  --images IDS        ids and ranges: 3,7,10-20
  --names PATTERN     names; * stands for any letters, ? for one
  --dataset NAME      those of a dataset (outer/inner), and of those in it
  --with-tag NAME     those that have the tag
  --without-tag NAME  those that have not
  --percent P         that share of them, by chance; --seed N chooses otherwise (default 0)
  --all               every image
  --dir DIR           folder of the instance's state (default: ~/.trainyard)

It works with the instance that runs over the folder, and without one. An example, for a split by tags:
  trainyard-local tag lemons train --percent 80
  trainyard-local tag lemons val --without-tag train`;

/** Runs `trainyard-local tag|dataset|collection …`; gives the exit code. */
export async function markCommand(
  kind: "tag" | "dataset" | "collection",
  args: readonly string[],
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      images: { type: "string" },
      names: { type: "string" },
      dataset: { type: "string" },
      "with-tag": { type: "string" },
      "without-tag": { type: "string" },
      percent: { type: "string" },
      seed: { type: "string" },
      all: { type: "boolean" },
      dir: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help === true) {
    console.log(help);
    return 0;
  }
  const [project, name, ...more] = positionals;
  if (project === undefined || name === undefined || more.length > 0)
    throw new Error(`Write: trainyard-local ${kind} PROJECT NAME, and which images. See ${kind} --help.`);
  const { "with-tag": withTag, "without-tag": withoutTag, all, dir, help: _, ...rest } = values;
  const choice = { ...rest, withTag, withoutTag };
  if (saysWhich(choice) === (all === true))
    throw new Error(
      all === true
        ? "--all is every image: leave it out, or the other choices."
        : `Say which images, or --all. See ${kind} --help.`,
    );
  return openInstance(dir ?? join(homedir(), ".trainyard"), async (ask) => {
    const { id } = await findProject(ask, project);
    const every = await listImages(ask, id);
    const chosen = selectImages(every, choice);
    const body = { kind, name, images: chosen.map((image) => image.id) };
    await ask(`/page/projects/${id}/marks`, v.looseObject({}), body);
    console.log(`${labels[kind]} "${name}" of project ${id}: ${chosen.length} of ${every.length} images`);
    return 0;
  });
}

const labels = { tag: "Tag       ", dataset: "Dataset   ", collection: "Collection" } as const;
