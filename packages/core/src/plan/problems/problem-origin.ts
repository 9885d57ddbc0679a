import type { Layer } from "../../spec/layer.ts";
import { saidFor } from "../../spec/layer.ts";
import type { Problem } from "../../spec/problem.ts";

/** The same problems, each with who said the value and what that overruled. Without layers nothing is known of it. */
export function withOrigins(
  problems: readonly Problem[],
  layers: readonly Layer[] | undefined,
): readonly Problem[] {
  if (layers === undefined) return problems;
  return problems.map((problem) => {
    if (problem.origin !== undefined) return problem;
    const [newest, ...overruled] = nearestSaid(layers, problem.path);
    if (newest === undefined) return { ...problem, origin: "default" };
    return { ...problem, origin: newest.origin, ...(overruled.length === 0 ? {} : { overruled }) };
  });
}

/** `split.train` may have been said as a part of `split`. */
function nearestSaid(layers: readonly Layer[], path: string): ReturnType<typeof saidFor> {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const said = saidFor(layers, parts.slice(0, length).join("."));
    if (said.length > 0) return said;
  }
  return [];
}
