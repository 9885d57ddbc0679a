import { showValue } from "../../spec/show-value.ts";
import type { Drift } from "./compare-run.ts";

/** A difference as a sentence. */
export function driftText({ path, asked, effective }: Drift): string {
  const runtime = /^export\.(.+)$/.exec(path)?.[1];
  if (runtime !== undefined)
    return asked === true
      ? `${runtime} was asked for and was not exported.`
      : `${runtime} was exported, though nobody asked for it.`;
  return `${path}: ${showValue(asked)} was asked for, ${showValue(effective)} was used.`;
}
