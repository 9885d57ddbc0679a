import * as v from "valibot";
import type { ProjectStats } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";

const count = v.optional(v.nullable(v.number()), 0);
const answer = v.looseObject({
  images: v.looseObject({
    total: v.number(),
    objectClasses: v.fallback(
      v.nullish(v.array(v.looseObject({ objectClass: v.looseObject({ name: v.string() }), total: count }))),
      null,
    ),
  }),
  objects: v.looseObject({
    items: v.nullish(
      v.array(v.looseObject({ objectClass: v.looseObject({ name: v.string() }), total: count })),
    ),
  }),
  imageTags: v.looseObject({
    items: v.nullish(v.array(v.looseObject({ tagMeta: v.looseObject({ name: v.string() }), total: count }))),
  }),
});

/** How often classes and tags occur in a project. Source: platform fact, `projects.stats`. */
export async function projectsStats(instance: Caller, id: number): Promise<ProjectStats> {
  const { images, objects, imageTags } = await instance.call("projects.stats", { id }, answer, {
    attempts: "once",
    timeout: 10_000,
  });
  return {
    images: images.total,
    objects: Object.fromEntries((objects.items ?? []).map((row) => [row.objectClass.name, row.total ?? 0])),
    ...(images.objectClasses == null
      ? {}
      : {
          classImages: Object.fromEntries(
            images.objectClasses.map((row) => [row.objectClass.name, row.total ?? 0]),
          ),
        }),
    taggedImages: Object.fromEntries(
      (imageTags.items ?? []).map((row) => [row.tagMeta.name, row.total ?? 0]),
    ),
  };
}
