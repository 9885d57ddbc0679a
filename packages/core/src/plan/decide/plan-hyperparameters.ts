import { TrainyardError } from "../../errors/trainyard-error.ts";
import { tuneHyperparameters } from "../../hyperparameters/tune/tune-hyperparameters.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import type { AppFiles } from "../ask/read-app.ts";
import type { TrainModule } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";

/** The text that is sent: a text goes through byte for byte; tuned values go into it, or into the app's own file. */
export async function planHyperparameters(
  spec: TrainSpec,
  module: TrainModule,
  files: AppFiles,
  lookups: Lookups,
): Promise<string | null> {
  const { tune, hyperparameters } = spec;
  if (tune === undefined || Object.keys(tune).length === 0) return hyperparameters ?? null;
  const path = module.files.hyperparams;
  if (hyperparameters === undefined && path === undefined)
    throw new TrainyardError(
      "SPEC_INVALID",
      `${module.name} does not say where its default hyperparameters are.`,
      { hint: "Give the whole text with .hyperparameters(text) and tune that." },
    );
  // A file that could not be read in passing is needed here: asking again says why.
  const base =
    hyperparameters ??
    files.hyperparametersText ??
    (await lookups.appFile(module.id, path ?? "", module.version));
  return tuneHyperparameters(base, tune);
}
