import * as v from "valibot";
import type { ProjectMeta } from "../../plan/terms/facts.ts";
import type { Caller } from "../caller.ts";

const answer = v.object({
  classes: v.array(v.looseObject({ title: v.string(), shape: v.string(), id: v.nullish(v.number()) })),
  tags: v.optional(v.array(v.looseObject({ name: v.string() })), []),
});

/** A project's classes and tags, in its order. Source: platform fact, `projects.meta`. */
export function projectsMeta(instance: Caller, id: number): Promise<ProjectMeta> {
  return instance.call("projects.meta", { id }, answer);
}
