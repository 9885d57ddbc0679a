import type { FrameworkFacts, HyperparameterKind } from "@trainyard/core";
import type { Framework, Hyperparameter } from "@trainyard/presets";
import { frameworks } from "@trainyard/presets";

const known: ReadonlyMap<string, FrameworkFacts> = new Map(
  frameworks.map((framework) => [framework.name, factsFrom(framework)]),
);

/** The frameworks that are known without asking an instance. */
export const frameworkNames: readonly string[] = [...known.keys()];

/** What is known of a framework without asking an instance. */
export function factsOf(framework: string): FrameworkFacts | undefined {
  return known.get(framework);
}

function factsFrom(framework: Framework): FrameworkFacts {
  return {
    projectType: "images",
    ...framework,
    hyperparameters: framework.hyperparameters.map(hyperparameter),
  };
}

function hyperparameter({ type, ...rest }: Hyperparameter): FrameworkFacts["hyperparameters"][number] {
  return { ...rest, kinds: type.split("|").filter(isKind) };
}

function isKind(kind: string): kind is HyperparameterKind {
  return ["int", "float", "bool", "str", "list", "map", "null"].includes(kind);
}
