import * as v from "valibot";

/** `meta.json`: classes and tags; unknown parts are kept. */
export interface ProjectMetaFile {
  readonly classes: readonly {
    readonly title: string;
    readonly shape: string;
    readonly [more: string]: unknown;
  }[];
  readonly tags: readonly { readonly name: string; readonly [more: string]: unknown }[];
  readonly [more: string]: unknown;
}

/** The schema of `meta.json`. Source: platform fact, Supervisely's JSON format. */
export const projectMetaSchema: v.GenericSchema<unknown, ProjectMetaFile> = v.looseObject({
  classes: v.array(v.looseObject({ title: v.string(), shape: v.string() })),
  tags: v.optional(v.array(v.looseObject({ name: v.string() })), []),
});
