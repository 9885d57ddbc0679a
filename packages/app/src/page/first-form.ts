import type { Split } from "@trainyard/core";
import { listedShapes } from "@trainyard/core/plan";
import type { PageForm, PageSet } from "./page-state.ts";
import type { PageWorld } from "./page-world.ts";

/**
 * What the steps hold before anybody has touched them.
 *
 * Source: platform fact, the page preselects the first model, all classes, the newest train and val collections, else
 * datasets named so, else a random split.
 */
export function firstForm({ app, project }: PageWorld): PageForm {
  const name = String(app.models[0]?.name ?? "");
  const listed = listedShapes(app.models.map(({ task }) => String(task)));
  const usable = project.classes.filter(({ shape }) => listed === undefined || listed.has(shape));
  return {
    model: { from: "pretrained", framework: app.framework, name },
    classes: (usable.length > 0 ? usable : project.classes).map(({ title }) => title),
    split: firstSplit(project.datasets, project.collections),
    hyperparameters: app.hyperparameters,
    convertClassShapes: true,
    benchmark: true,
    speedtest: false,
    cacheProject: true,
    exports: [],
    experimentName: null,
    autostart: false,
    tags: app.asks.tags ? project.tags.map(({ name }) => name) : [],
    device: app.devices[0] ?? "",
  };
}

function firstSplit(datasets: readonly PageSet[], collections: readonly PageSet[]): Split {
  const numbered = (side: string) =>
    new Map(
      collections.flatMap(({ id, name }): [string, number][] => {
        const number = new RegExp(`^${side}_(\\d+)$`).exec(name)?.[1];
        return number === undefined ? [] : [[number, id]];
      }),
    );
  const [trains, vals] = [numbered("train"), numbered("val")];
  const newest = [...trains.keys()]
    .filter((number) => vals.has(number))
    .sort((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined)
    return { by: "collections", train: [trains.get(newest) ?? 0], val: [vals.get(newest) ?? 0] };
  const named = (words: readonly string[]) =>
    datasets.filter(({ name }) => words.includes(name.toLowerCase())).map(({ id }) => id);
  const train = named(["train", "training"]);
  const val = named(["val", "validation", "test", "testing"]);
  return train.length > 0 && val.length > 0
    ? { by: "datasets", train, val }
    : { by: "random", percent: 80, side: "train" };
}
