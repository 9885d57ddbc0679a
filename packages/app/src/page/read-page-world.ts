import type { Instance } from "@trainyard/core";
import {
  collectionImages,
  collectionsList,
  datasetsList,
  projectsInfo,
  projectsMeta,
  projectsStats,
} from "@trainyard/core/endpoints";
import { reachableDatasets } from "../state/reachable-datasets.ts";
import type { AppOffer } from "../steps/app-offer.ts";
import type { PageApp, PageClass } from "./page-state.ts";
import type { PageWorld } from "./page-world.ts";
import { readExperiments } from "./read-experiments.ts";

/** What the page is read for. */
export interface PagePlace {
  readonly app: AppOffer & { readonly framework: string; readonly hyperparameters: string };
  readonly instance: Instance;
  readonly projectId: number;
  readonly taskId: number;
}

const maxCollections = 100;

/** Reads everything the page shows. What an instance does not tell is left open; the page is shown all the same. */
export async function readPageWorld({ app, instance, projectId, taskId }: PagePlace): Promise<PageWorld> {
  const [project, meta, stats, datasets, collections] = await Promise.all([
    projectsInfo(instance, projectId),
    projectsMeta(instance, projectId),
    projectsStats(instance, projectId).catch(() => undefined),
    datasetsList(instance, projectId),
    collectionsList(instance, projectId).catch(() => []),
  ]);
  const members = new Map<number, readonly number[]>();
  for (const { id } of collections.slice(0, maxCollections))
    members.set(id, await collectionImages(instance, projectId, id).catch(() => []));
  const reachable = reachableDatasets(datasets);
  const experiments =
    app.customModels === false ? [] : await readExperiments(instance, project.workspaceId, app.framework);
  const set = ({ id, name, imagesCount, parentId }: SetRow) => ({
    ...{ id, name, images: imagesCount ?? members.get(id)?.length ?? null, parentId: parentId ?? null },
  });
  return {
    ...{ taskId, offer: app, app: pageApp(app), meta, stats, members, experiments },
    teamId: project.teamId ?? 0,
    instance: instance.address.replace(/\/$/, ""),
    project: {
      id: project.id,
      name: project.name,
      images: stats?.images ?? project.imagesCount ?? 0,
      classes: meta.classes
        .map(
          (item): PageClass => ({
            title: item.title,
            shape: item.shape,
            color: colorOf(item),
            objects: stats?.objects[item.title] ?? 0,
            images: stats?.classImages?.[item.title] ?? null,
          }),
        )
        .sort((a, b) => b.objects - a.objects),
      tags: meta.tags.map(({ name }) => ({ name, images: stats?.taggedImages[name] ?? 0 })),
      // One whose parent is gone is in no tree, and cannot be trained on.
      datasets: datasets.filter(({ id }) => reachable.has(id)).map(set),
      collections: collections.map(set),
    },
  };
}

interface SetRow {
  readonly id: number;
  readonly name: string;
  readonly imagesCount?: number;
  readonly parentId?: number | null;
}

function pageApp(app: PagePlace["app"]): PageApp {
  return {
    framework: app.framework,
    models: app.models.map(({ name, task, columns }) => ({ name, task, ...columns })),
    exports: app.exports,
    hyperparameters: app.hyperparameters,
    known: (app.hyperparameterFacts ?? []).map(
      ({ path, kinds, min, max, choices, about, default: value }) => ({
        path,
        default: value === undefined ? "" : JSON.stringify(value),
        about: [
          choices === undefined ? kinds.join(" or ") : choices.join(", "),
          min === undefined ? "" : `from ${min}`,
          max === undefined ? "" : `to ${max}`,
          about ?? "",
        ]
          .filter((part) => part !== "")
          .join(" · "),
      }),
    ),
    devices: app.devices ?? [],
    customModels: app.customModels ?? true,
    asks: { classes: app.selectors?.classes ?? true, tags: app.selectors?.tags ?? false },
  };
}

/** Only a colour is a colour: anything else would be somebody else's text. */
function colorOf(item: object): string {
  const color: unknown = Reflect.get(item, "color");
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color : "#8b8b98";
}
