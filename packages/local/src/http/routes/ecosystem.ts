import * as v from "valibot";
import type { LocalTrainApp } from "../../agent/local-train-app.ts";
import type { RelatedApp } from "../../ecosystem/related-apps.ts";
import { relatedApps } from "../../ecosystem/related-apps.ts";
import { ApiError } from "../../store/api-error.ts";
import type { Context } from "../context.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";
import { page, pagingEntries } from "../page.ts";

function moduleRow(id: number, app: LocalTrainApp) {
  const { rehearsal = false } = app;
  return {
    id,
    name: app.name,
    slug: app.slug,
    type: "app",
    config: {
      ...app.config,
      name: app.name,
      type: "app",
      description: app.description,
      categories: app.categories,
      needGPU: !rehearsal && app.config?.need_gpu !== false,
      rehearsal,
      files: app.filePaths,
      framework: app.config?.framework ?? { name: app.framework },
      contextMenu: { target: ["images_project"] },
    },
    readme: "",
    repositoryModuleUrl: app.slug,
    repo: app.slug,
    meta: { releases: [app.version] },
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
  };
}

/** Ids of apps that only stand in the list. */
const relatedIds = 9001;

function relatedRow({ name, slug }: RelatedApp, at: number) {
  return {
    id: relatedIds + at,
    name,
    slug,
    type: "app",
    config: { name, type: "app", description: "Runs on the platform only.", categories: [] as string[] },
    readme: "",
    repositoryModuleUrl: slug,
    repo: slug,
    meta: { releases: [] as string[] },
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
  };
}

function appOf(id: number, { apps }: Context): LocalTrainApp {
  const app = apps.get(id);
  if (app === undefined) throw new ApiError(404, `There is no app ${id}.`);
  return app;
}

const listBody = v.looseObject({
  ...pagingEntries,
  search: v.optional(v.string(), ""),
  categories: v.optional(v.array(v.string()), []),
  categoriesOperation: v.optional(v.picklist(["and", "or"]), "or"),
});

/** The training apps that the instance offers. */
export const ecosystemEndpoints: Endpoints = {
  "ecosystem.list": endpoint(listBody, (body, { apps }) => {
    const { search, categories, categoriesOperation } = body;
    const all = [...[...apps].map(([id, app]) => moduleRow(id, app)), ...relatedApps.map(relatedRow)];
    const rows = all
      .filter(({ config }) => {
        const has = (category: string) => config.categories.includes(category);
        if (categories.length === 0) return true;
        return categoriesOperation === "and" ? categories.every(has) : categories.some(has);
      })
      .filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(search.toLowerCase()));
    return page(rows, body);
  }),
  "ecosystem.info": endpoint(
    v.looseObject({ id: v.optional(v.number()), slug: v.optional(v.string()) }),
    ({ id, slug }, context) => {
      const related = relatedApps.map(relatedRow).find((row) => row.id === id || row.slug === slug);
      if (related !== undefined) return related;
      const named = [...context.apps].find(([, app]) => app.slug === slug)?.[0];
      const wanted = id ?? named;
      if (wanted === undefined) throw new ApiError(404, `There is no app ${JSON.stringify(slug ?? "")}.`);
      return moduleRow(wanted, appOf(wanted, context));
    },
  ),
  "ecosystem.file.download": endpoint(
    v.looseObject({
      moduleId: v.number(),
      filePath: v.optional(v.string()),
      fileKey: v.optional(v.string()),
    }),
    ({ moduleId, filePath, fileKey }, context) => {
      const app = appOf(moduleId, context);
      const path = filePath ?? own(app.filePaths, fileKey) ?? "";
      const text = own(app.files, path);
      if (text === undefined) throw new ApiError(404, `${app.name} has no file ${filePath ?? fileKey}.`);
      return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
    },
  ),
  "ecosystem.models.list": (_, { apps }) => {
    const rows = [...apps].flatMap(([moduleId, app]) =>
      modelRows(app).map((row) => ({
        ...row,
        framework: app.framework,
        modality: "images",
        trainModuleId: moduleId,
      })),
    );
    // The SDK asks for later pages in the body of a GET, which no server need read: one page holds all.
    return page(
      rows.map((row, at) => ({ id: at + 1, ...row })),
      { per_page: Math.max(1, rows.length) },
    );
  },
};

function own(texts: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function modelRows(app: LocalTrainApp): readonly Record<string, unknown>[] {
  const rows: unknown = JSON.parse(own(app.files, app.filePaths.models ?? "") ?? "[]");
  const row = v.looseObject({ model_name: v.string(), meta: v.looseObject({ task_type: v.string() }) });
  return v.parse(v.array(row), rows).map((item) => ({ name: item.model_name, task: item.meta.task_type }));
}
