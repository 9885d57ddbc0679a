import { TrainyardError } from "../errors/trainyard-error.ts";
import type { TrainModule } from "./facts.ts";
import type { Lookups } from "./lookups.ts";

/** The training app of a framework: the first the instance lists. Source: platform fact, the first entity wins. */
export async function chooseModule(framework: string, lookups: Lookups): Promise<TrainModule> {
  const modules = await lookups.trainModules(framework);
  const [first] = modules;
  if (first !== undefined) return first;
  const shown = JSON.stringify(framework);
  throw new TrainyardError(
    "TRAIN_APP_NOT_FOUND",
    `The instance has no training app for the framework ${shown}.`,
    {
      facts: { framework },
    },
  );
}
