import * as v from "valibot";
import type { Caller, CallOptions } from "../caller.ts";

/** An image's annotation in Supervisely's JSON form. */
export interface AnnotationRow {
  readonly imageId: number;
  readonly annotation: AnnotationJson;
}
/** The parts of an annotation that training reads. */
export interface AnnotationJson {
  readonly tags: readonly { readonly name: string }[];
  readonly objects: readonly Readonly<Record<string, unknown>>[];
}
const answer: v.GenericSchema<unknown, AnnotationRow[]> = v.array(
  v.object({
    imageId: v.number(),
    annotation: v.object({
      tags: v.optional(v.array(v.looseObject({ name: v.string() })), []),
      objects: v.optional(v.array(v.record(v.string(), v.unknown())), []),
    }),
  }),
);

/** Annotations of images of one dataset. Source: platform fact, `annotations.bulk.info`. */
export function annotationsBulkInfo(
  instance: Caller,
  datasetId: number,
  imageIds: readonly number[],
  options?: CallOptions,
): Promise<readonly AnnotationRow[]> {
  return instance.call("annotations.bulk.info", { datasetId, imageIds }, answer, options);
}
