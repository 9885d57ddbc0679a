import type { Instance } from "@trainyard/core";
import { collectionsList, datasetsList, projectsInfo, projectsMeta } from "@trainyard/core/endpoints";
import { guiStateToTraining } from "@trainyard/core/wire";
import { parseGuiState } from "../state/parse-gui-state.ts";
import { reachableDatasets } from "../state/reachable-datasets.ts";
import { validateState } from "../state/validate-state.ts";
import { checkSteps } from "../steps/check-steps.ts";
import type { Settings } from "../steps/settings.ts";
import { AppLog } from "./app-log.ts";
import type { TrainAppDefinition } from "./define-train-app.ts";
import { runTraining } from "./run-training.ts";

/** Where a session runs. */
export interface SessionPlace {
  readonly app: TrainAppDefinition;
  readonly instance: Instance;
  readonly taskId: number;
  readonly projectId: number;
  readonly workDir: string;
  /** The clock. */
  readonly now: () => Date;
}

/** One training app at work: it takes a state, checks it, trains, and says where it is. */
export class TrainSession {
  readonly #place: SessionPlace;
  readonly #log: AppLog;
  readonly #stop = new AbortController();
  #status = "";
  #training: Promise<void> | undefined;

  constructor(place: SessionPlace) {
    this.#place = place;
    this.#log = new AppLog(place.instance, place.taskId);
  }

  /** What `/train_status` answers. */
  get status(): string {
    return this.#status;
  }

  /**
   * Loads a state, an object or a JSON text, into the steps.
   *
   * @throws StateError when the state is malformed.
   * @returns the settings; `ready` is false when a step does not hold, which is logged in the platform's words.
   */
  async load(guiState: unknown): Promise<{ settings: Settings; ready: boolean; autostart: boolean }> {
    const { app, instance, projectId } = this.#place;
    const [project, meta, datasets, collections] = await Promise.all([
      projectsInfo(instance, projectId),
      projectsMeta(instance, projectId),
      datasetsList(instance, projectId),
      collectionsList(instance, projectId),
    ]);
    const { selectors = {} } = app;
    const leftOut: string[] = [];
    const facts = {
      datasets: reachableDatasets(datasets),
      collections: new Set(collections.map((collection) => collection.id)),
      classes: meta.classes,
      tags: meta.tags.map((tag) => tag.name),
      selectors,
    };
    const state = validateState(parseGuiState(guiState), facts, (text) => leftOut.push(text));
    for (const text of leftOut) await this.#log.write(text, "warn");
    const training = guiStateToTraining(state, app.framework);
    const known = meta.classes.map(({ title }) => title);
    const settings: Settings = {
      ...training,
      classes: known.filter((title) => selectors.classes === false || training.classes.includes(title)),
      ...(state.tags === undefined ? {} : { tags: state.tags }),
      project: { id: project.id, name: project.name, teamId: project.teamId ?? 0 },
      meta,
    };
    const checks = checkSteps(settings, app);
    const failed = checks.findIndex((check) => check.problem !== undefined);
    const check = checks[failed];
    if (check !== undefined) {
      const where = `Step '${check.step}' ${failed + 1}/${checks.length} failed to validate`;
      await this.#log.write(`${where}: ${check.problem}`, "warn");
    }
    return { settings, ready: check === undefined, autostart: state.start_training && app.autostart };
  }

  /** Trains, once at a time. Rejects with what `/train_status` says. */
  train(settings: Settings): Promise<void> {
    if (this.#training !== undefined) throw new Error("A training is under way.");
    this.#training = runTraining({
      ...this.#place,
      settings,
      log: this.#log,
      signal: this.#stop.signal,
      onStatus: (text) => {
        this.#status = text;
      },
    })
      .catch(async (error: unknown) => {
        this.#status = error instanceof Error ? error.message : String(error);
        await this.#log.write(this.#status, "error");
        throw error;
      })
      .finally(() => {
        this.#training = undefined;
      });
    return this.#training;
  }

  /** Says in the log why the session cannot go on. */
  async fail(error: unknown): Promise<void> {
    await this.#log.write(error instanceof Error ? error.message : String(error), "error");
  }

  /** Ends a training under way; the task is being stopped. */
  stop(): void {
    this.#stop.abort(new Error("The task was stopped."));
  }
}
