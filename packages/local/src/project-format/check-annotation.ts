import type { AnnotationFile } from "./annotation.ts";
import { checkFigures } from "./check-figures.ts";
import { ProjectFormatError } from "./format-error.ts";
import type { ProjectMetaFile } from "./project-meta.ts";

/**
 * Holds an annotation against the project's meta and its image: a class or tag that meta.json lacks, or a size
 * that is another image's, would put labels where none belong.
 *
 * @throws ProjectFormatError
 */
export function checkAnnotation(
  file: string,
  annotation: AnnotationFile,
  image: { readonly width: number; readonly height: number },
  meta: ProjectMetaFile,
): void {
  checkFigures(file, annotation.objects);
  const classes = new Set(meta.classes.map(({ title }) => title));
  for (const { classTitle } of annotation.objects)
    if (typeof classTitle === "string" && !classes.has(classTitle)) throw lacks(file, "class", classTitle);
  const tags = new Set(meta.tags.map(({ name }) => name));
  for (const { name } of annotation.tags) if (!tags.has(name)) throw lacks(file, "tag", name);
  const { size } = annotation;
  if (size === undefined) return;
  // Some tools write the size of a photo on its side as it is stored, others as it is shown.
  const stored = size.width === image.width && size.height === image.height;
  const turned = size.width === image.height && size.height === image.width;
  if (!stored && !turned)
    throw new ProjectFormatError(
      file,
      `it is of an image of ${size.width} x ${size.height}, but the image is ${image.width} x ${image.height}. Put the right image beside it.`,
    );
}

function lacks(file: string, noun: string, name: string): ProjectFormatError {
  return new ProjectFormatError(
    file,
    `meta.json has no ${noun} ${JSON.stringify(name)}. Add it there, or export the project again.`,
  );
}
