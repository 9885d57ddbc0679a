import type { ContinueParameters } from "./continue-parameters.ts";
import { toContinuation } from "./continue-parameters.ts";
import type { Instance } from "./instance/connect.ts";
import { chooseModule } from "./plan/ask/choose-module.ts";
import type { TrainModule } from "./plan/terms/facts.ts";
import type { TrainRun } from "./run/train-run.ts";
import type { RunParameters } from "./run-parameters.ts";
import { runToSpec } from "./run-parameters.ts";
import { startContinuation, startTrain } from "./start.ts";
import { inOwnWords } from "./train-api-words.ts";

/**
 * The specification's interface, for people who come from Python. It meets the chain in the same TrainSpec.
 *
 * @example
 * ```ts
 * import { connect, TrainApi } from "@trainyard/core";
 * const api = new TrainApi(connect({ address: "https://app.supervisely.com", token: "…" }));
 * const run = await api.run({ agentId: 12, projectId: 101, model: "YOLO/YOLO26s-det" });
 * ```
 * Source: specification, "Parameters of run() method".
 */
export class TrainApi {
  readonly #instance: Instance;

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /** Starts a training and gives its handle: at once, but for an app that is told to train once it answers. */
  async run(ask: RunParameters): Promise<TrainRun> {
    const { spec, start } = runToSpec(ask);
    return inOwnWords("run", startTrain(spec, this.#instance, start));
  }

  /** Trains an experiment's best checkpoint on. The platform fills the settings in and waits for a person. */
  async finetune(ask: ContinueParameters): Promise<TrainRun> {
    const { continuation, start } = toContinuation(ask, "continue", "finetune");
    return inOwnWords("finetune", startContinuation(continuation, this.#instance, start));
  }

  /** Trains again with an experiment's settings. The platform fills them in and waits for a person. */
  async rerun(ask: ContinueParameters): Promise<TrainRun> {
    const { continuation, start } = toContinuation(ask, "new", "rerun");
    return inOwnWords("rerun", startContinuation(continuation, this.#instance, start));
  }

  /**
   * The training app that a framework's models are trained with.
   *
   * @throws TRAIN_APP_NOT_FOUND
   */
  async findTrainApp(framework: string): Promise<TrainModule> {
    const { lookups } = this.#instance;
    return chooseModule(framework, await lookups.trainModules(framework), lookups);
  }
}
