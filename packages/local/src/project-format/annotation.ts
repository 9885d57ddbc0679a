import * as v from "valibot";

/** An image's annotation as it stands on disk; unknown parts are kept. */
export interface AnnotationFile {
  readonly size?: { readonly width: number; readonly height: number } | undefined;
  readonly tags: readonly { readonly name: string; readonly [more: string]: unknown }[];
  readonly objects: readonly Readonly<Record<string, unknown>>[];
  readonly [more: string]: unknown;
}

/** The schema of an annotation file. Source: platform fact, Supervisely's JSON format. */
export const annotationFileSchema: v.GenericSchema<unknown, AnnotationFile> = v.looseObject({
  size: v.optional(v.looseObject({ width: v.number(), height: v.number() })),
  tags: v.optional(v.array(v.looseObject({ name: v.string() })), []),
  objects: v.optional(v.array(v.record(v.string(), v.unknown())), []),
});

/** What an image without an annotation file has. */
export const noAnnotation: AnnotationFile = Object.freeze({ tags: [], objects: [] });
