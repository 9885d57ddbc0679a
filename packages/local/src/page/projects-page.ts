import type { Hono } from "hono";
import sharp from "sharp";
import type { Context } from "../http/context.ts";
import { fileResponse } from "../http/file-response.ts";
import type { ProjectIndex, StoredImage } from "../store/project-index.ts";
import { drawnObjects } from "./drawn-objects.ts";
import type { PageImage, PageProject, PageProjectDetail } from "./page-data.ts";

/** Images on one page of a project, and the longest side of a thumbnail in pixels. */
const perPage = 60;
const thumbnailSide = 320;

/** Projects on the page: what they hold, their images small and whole, and what is drawn on them. */
export function mountProjectsPage(app: Hono, { projects }: Context): void {
  // The platform's addresses of a project: its images, its QA & Stats.
  app.get("/projects/:id{\\d+}/*", ({ req, redirect }) => redirect(`/#/projects/${req.param("id")}`, 302));
  app.get("/page/projects", ({ json }) => json(projects.list().map(projectRow)));
  app.get("/page/projects/:id{\\d+}", ({ req, json }) => {
    const project = projects.get(Number(req.param("id")));
    const meta = projects.meta(project.id);
    const count = (has: (image: StoredImage) => boolean) => project.images.filter(has).length;
    const detail: PageProjectDetail = {
      ...projectRow(project),
      tree: project.datasets.map(({ id, name, parentId }) => ({
        ...{ id, name, parentId },
        images: count((image) => image.datasetId === id),
      })),
      classes: meta.classes.map(({ title, color, shape }) => ({
        ...{ title, color: shownColor(color), shape },
        images: count((image) => (image.objects[title] ?? 0) > 0),
        objects: project.images.reduce((sum, image) => sum + (image.objects[title] ?? 0), 0),
      })),
      tags: meta.tags.map(({ name }) => ({
        name,
        images: count((image) => image.tags.some((tag) => tag.name === name)),
      })),
    };
    return json(detail);
  });
  app.get("/page/projects/:id{\\d+}/images", ({ req, json }) => {
    const project = projects.get(Number(req.param("id")));
    const [page, dataset] = [Math.max(0, Number(req.query("page") ?? 0) || 0), req.query("dataset")];
    const images = project.images.filter(
      (image) => dataset === undefined || image.datasetId === Number(dataset),
    );
    return json({
      total: images.length,
      images: images.slice(page * perPage, (page + 1) * perPage).map(imageRow),
    });
  });
  app.get("/page/images/:id{\\d+}", ({ req }) => {
    const { file, image } = projects.image(Number(req.param("id")));
    return fileResponse(file, req.raw, image.mime);
  });
  app.get("/page/images/:id{\\d+}/small", async ({ req, body }) => {
    const { file } = projects.image(Number(req.param("id")));
    const size = { width: thumbnailSide, height: thumbnailSide };
    const small = await sharp(file)
      .rotate()
      .resize({ ...size, fit: "inside", withoutEnlargement: true })
      .jpeg()
      .toBuffer();
    const headers = { "content-type": "image/jpeg", "cache-control": "private, max-age=3600" };
    return body(new Uint8Array(small), 200, headers);
  });
  app.get("/page/images/:id{\\d+}/objects", async ({ req, json }) => {
    const id = Number(req.param("id"));
    const { classes } = projects.meta(projects.image(id).project.id);
    const colors = new Map(classes.map(({ title, color }) => [title, shownColor(color)]));
    return json(await drawnObjects(projects.annotation(id), colors));
  });
}

function projectRow(project: ProjectIndex): PageProject {
  const { id, name, createdAt, images, datasets } = project;
  return {
    id,
    name,
    createdAt,
    images: images.length,
    datasets: datasets.length,
    cover: images[0]?.id ?? null,
  };
}

function imageRow({ id, name, width, height, tags, objects }: StoredImage): PageImage {
  return {
    ...{ id, name, width, height },
    tags: tags.map((tag) => (tag.value === null ? tag.name : `${tag.name}: ${tag.value}`)),
    objects: Object.values(objects).reduce((sum, count) => sum + count, 0),
  };
}

/** The colour of a class as CSS takes it; grey where a file says something else. */
function shownColor(color: unknown): string {
  return typeof color === "string" && /^#[0-9a-f]{3,8}$/i.test(color) ? color : "#888888";
}
