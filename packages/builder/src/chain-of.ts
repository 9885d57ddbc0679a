import type { TrainSpec } from "@trainyard/core";
import type { Layer } from "@trainyard/core/spec";
import type { Steps } from "./steps.ts";
import type { Train } from "./train.ts";
import type { Place } from "./train-chain.ts";
import { TrainChain } from "./train-chain.ts";

/** The one cast: the chain's methods do at run time what the interface promises to the compiler. */
export function chainOf<Missing extends keyof Steps = keyof Steps>(
  layers: readonly Layer[],
  spec: TrainSpec,
  place: Place,
): Train<string, Missing> {
  return new TrainChain(layers, spec, place) as unknown as Train<string, Missing>;
}
