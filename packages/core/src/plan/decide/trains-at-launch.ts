import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { specDefaults } from "../../spec/train-spec.ts";
import { isNewerRelease } from "../ask/newer-release.ts";
import type { TrainModule } from "../terms/facts.ts";
import type { PlannedModel } from "../terms/train-plan.ts";

/**
 * Whether what the app is started with is what it trains. Only an app's own release tells: nothing is assumed of an app
 * of another name, nor where the instance does not say its release.
 *
 * Source: platform fact, Train YOLO selects a row of its table after the launch state was loaded (docs/platform-notes.md);
 * custom checkpoints are not touched by it.
 */
export function trainsAtLaunch(
  spec: TrainSpec,
  model: PlannedModel,
  module: TrainModule,
  known: FrameworkFacts | undefined,
): boolean {
  if (!(spec.autostart ?? specDefaults.autostart) || model.from !== "pretrained") return true;
  const since = known?.selectsModelSince;
  const release = spec.task?.appVersion || module.version;
  if (since === undefined || release === undefined || known?.app !== module.name) return true;
  return isNewerRelease(since, release);
}
