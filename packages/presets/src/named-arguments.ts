import type { HyperparameterFacts } from "@trainyard/core/spec";

/** Arguments of one kind, their names with spaces between. */
export const namedArguments = (
  names: string,
  facts: Omit<HyperparameterFacts, "path">,
): readonly HyperparameterFacts[] => names.split(" ").map((path) => ({ path, ...facts }));
