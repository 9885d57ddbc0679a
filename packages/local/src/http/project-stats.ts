import type { ProjectMetaFile } from "../project-format/project-meta.ts";
import type { ProjectIndex, StoredImage } from "../store/project-index.ts";

/**
 * How often each class and tag occurs in a project, in all and by dataset.
 *
 * Source: platform fact, the parts of `projects.stats` that the SDK's tables and selectors read.
 */
export function projectStats(project: ProjectIndex, meta: ProjectMetaFile): Record<string, unknown> {
  const count = (of: (image: StoredImage) => number) => {
    const datasets = project.datasets.map(({ id, name }) => {
      const images = project.images.filter((image) => image.datasetId === id);
      return { id, name, count: images.reduce((sum, image) => sum + of(image), 0) };
    });
    return { total: datasets.reduce((sum, dataset) => sum + dataset.count, 0), datasets };
  };
  const objectsOf = (title: string) => (image: StoredImage) => image.objects[title] ?? 0;
  const has = (title: string) => (image: StoredImage) => (objectsOf(title)(image) > 0 ? 1 : 0);
  const tagged = (name: string) => (image: StoredImage) =>
    image.tags.some((tag) => tag.name === name) ? 1 : 0;
  const classOf = ({ id, title, color, shape }: ProjectMetaFile["classes"][number]) => ({
    objectClass: { id, name: title, color, shape },
  });
  return {
    images: {
      total: project.images.length,
      objectClasses: meta.classes.map((row) => ({ ...classOf(row), ...count(has(row.title)) })),
    },
    objects: { items: meta.classes.map((row) => ({ ...classOf(row), ...count(objectsOf(row.title)) })) },
    imageTags: {
      items: meta.tags.map(({ id, name, color }) => ({
        tagMeta: { id, name, color },
        ...count(tagged(name)),
      })),
    },
    objectTags: { items: meta.tags.map(({ id, name }) => ({ tagMeta: { id, name }, ...count(() => 0) })) },
  };
}
