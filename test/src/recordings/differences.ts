import type { Difference, Ending } from "./difference.ts";
import { dataDifferences } from "./differences/data.ts";
import { disturbedStarts } from "./differences/disturbed-starts.ts";
import { instanceDifferences } from "./differences/instance.ts";
import { modelDifferences } from "./differences/models.ts";
import { parameterDifferences } from "./differences/parameters.ts";

/** Every deliberate difference from the platform's SDK that a recording shows. */
export const differences: readonly Difference[] = [
  ...parameterDifferences,
  ...modelDifferences,
  ...dataDifferences,
  ...instanceDifferences,
  ...disturbedStarts,
];

const byName = new Map(differences.flatMap(({ ends }) => Object.entries(ends)));

/** How a recorded call ends here; a call without an entry starts one task with the recorded body, and warns of nothing. */
export function endingOf(name: string): Ending {
  return byName.get(name) ?? { ends: "started", like: name, but: {}, warnings: [] };
}
