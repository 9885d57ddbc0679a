import type { Problem } from "../../spec/problem.ts";
import type { Split } from "../../spec/split.ts";

/** Warns of datasets and collections that one side of a split names twice. */
export function repeatedIds(split: Split | undefined): readonly Problem[] {
  if (split === undefined || split.by === "random" || split.by === "tags") return [];
  return (["train", "val"] as const).flatMap((side): readonly Problem[] => {
    const repeated = split[side].filter((id, at, ids) => ids.indexOf(id) < at);
    if (repeated.length === 0) return [];
    const ids = [...new Set(repeated)].join(", ");
    return [
      {
        code: "SPLIT_REPEATS",
        severity: "warning",
        path: `split.${side}`,
        message: `The ${split.by} ${ids} are named more than once.`,
        hint: "Name each once.",
        value: repeated,
      },
    ];
  });
}
