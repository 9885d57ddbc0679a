import type { Hono } from "hono";
import * as v from "valibot";
import type { Context } from "../http/context.ts";
import { ApiError } from "../store/api-error.ts";
import { collectImages } from "../store/collect-images.ts";
import { moveImages } from "../store/move-images.ts";
import { tagImages } from "../store/tag-images.ts";

// What can be made of images, to split by.
const markKinds = ["tag", "dataset", "collection"] as const;
const mark = v.object({
  kind: v.picklist(markKinds),
  name: v.string(),
  images: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1), v.maxLength(1_000_000)),
});

/** Tags, datasets and collections, made of images of a project. */
export function mountMarksPage(app: Hono, context: Context): void {
  app.post("/page/projects/:id{\\d+}/marks", async ({ req, json }) => {
    const read = v.safeParse(mark, await req.json().catch(() => undefined));
    if (!read.success) throw new ApiError(400, "Give the kind, its name, and at least one image's id.");
    const { kind, name, images } = read.output;
    const { projects, now } = context;
    const id = Number(req.param("id"));
    if (kind === "tag") tagImages(projects, id, name, images, now());
    else if (kind === "dataset") moveImages(context, id, name, images);
    else collectImages(projects, id, name, images);
    return json({ images: new Set(images).size });
  });
}
