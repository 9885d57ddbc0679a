import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { saidValues } from "../read/said-values.ts";

/** How long a training is, under the framework's own name for it. */
export interface TrainingLength {
  readonly path: string;
  readonly unit: "epochs" | "iterations";
  readonly value: number;
}

/** The length that a spec asks for, or the app's own; undefined where it is not known. */
export function trainingLength(
  spec: Pick<TrainSpec, "tune" | "hyperparameters">,
  facts: FrameworkFacts | undefined,
): TrainingLength | undefined {
  const length = facts?.length;
  if (length === undefined) return undefined;
  const said = saidValues(spec, () => false).find(({ path }) => path === length.path)?.value;
  const own = facts?.hyperparameters.find(({ path }) => path === length.path)?.default;
  const value = said?.kind === "int" || said?.kind === "float" ? Number(said.value) : own;
  return typeof value === "number" ? { ...length, value } : undefined;
}
