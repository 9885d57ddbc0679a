import type { FrameworkFacts } from "@trainyard/core/spec";
import { frameworks } from "@trainyard/presets";

const known: ReadonlyMap<string, FrameworkFacts> = new Map(
  frameworks.map((framework) => [framework.name, framework]),
);

/** The frameworks that are known without asking an instance. */
export const frameworkNames: readonly string[] = [...known.keys()];

/** What is known of a framework without asking an instance. */
export function factsOf(framework: string): FrameworkFacts | undefined {
  return known.get(framework);
}
