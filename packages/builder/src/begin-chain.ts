import type { Instance } from "@trainyard/core";
import { parseSpec } from "@trainyard/core/spec";
import type { Preset } from "@trainyard/presets";
import { chainOf } from "./chain-of.ts";
import type { Train } from "./train.ts";

/**
 * Begins a chain. Without an instance, it is read from the environment when the chain plans or starts.
 *
 * @example
 * ```ts
 * import { train } from "@trainyard/builder";
 * const base = train().project(101);
 * const small = base.model("YOLO/YOLO26n-det");
 * const large = base.model("YOLO/YOLO26x-det"); // base is untouched
 * ```
 * @example A team's presets by name.
 * ```ts
 * import { train } from "@trainyard/builder";
 * import { connect } from "@trainyard/core";
 * import { loadPresets } from "@trainyard/presets/sharing";
 * const instance = connect({ address: "https://app.supervisely.com", token: "…" });
 * const presets = await loadPresets(instance, { teamId: 7 });
 * const chain = train(instance, { presets }).use("acme/detect").project(101).on("auto");
 * ```
 */
export function train(instance?: Instance, options: TrainOptions = {}): Train {
  return chainOf([], {}, { instance, presets: options.presets ?? [] });
}

/** What a chain knows besides what is said to it. */
export interface TrainOptions {
  /**
   * Presets that `.use("acme/detect")` finds by name before those of `@trainyard/presets`: of a file, of an npm package,
   * or a team's, which `loadPresets` of `@trainyard/presets/sharing` reads.
   */
  readonly presets?: readonly Preset[];
}

/**
 * A chain from a spec: what `JSON.stringify(chain)` kept goes on as a chain, in any process. Steps that the spec lacks
 * are told when it plans or starts.
 *
 * @param spec a spec, or its JSON text.
 * @throws INPUT_INVALID naming each place that is wrong.
 * @example
 * ```ts
 * import { train, trainFrom } from "@trainyard/builder";
 * const kept = JSON.stringify(train().on(12).project(101).model("YOLO/YOLO26s-det"));
 * const longer = trainFrom(kept).tune({ epochs: 200 });
 * ```
 */
export function trainFrom(
  spec: unknown,
  instance?: Instance,
  options: TrainOptions = {},
): Train<string, never> {
  const said = parseSpec(spec);
  const layers = Object.freeze([Object.freeze({ origin: "spec", spec: said })]);
  return chainOf<never>(layers, said, { instance, presets: options.presets ?? [] });
}
