import type { Instance } from "@trainyard/core";
import { collectionsList, datasetsList, projectsInfo, projectsMeta } from "@trainyard/core/endpoints";
import type { ProjectMeta } from "@trainyard/core/plan";
import { guiStateToTraining } from "@trainyard/core/wire";
import { parseGuiState } from "../state/parse-gui-state.ts";
import { reachableDatasets } from "../state/reachable-datasets.ts";
import type { Continuation } from "../state/read-state.ts";
import type { LoadedState } from "../state/validate-state.ts";
import { validateState } from "../state/validate-state.ts";
import { checkSteps } from "../steps/check-steps.ts";
import type { Settings } from "../steps/settings.ts";
import { AppLog } from "./app-log.ts";
import { continuedState } from "./continued-state.ts";
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
  /** Told when a training has finished, whoever started it. */
  readonly onFinished?: () => void;
}

/** One training app at work: it takes a state, checks it, trains, and says where it is. */
export class TrainSession {
  readonly #place: SessionPlace;
  readonly #log: AppLog;
  readonly #stop = new AbortController();
  #status = "";
  #appState: unknown = null;
  #training: Promise<void> | undefined;

  constructor(place: SessionPlace) {
    this.#place = place;
    this.#log = new AppLog(place.instance, place.taskId);
  }

  /** What `/train_status` answers. */
  get status(): string {
    return this.#status;
  }

  /** The state that the steps were filled in from last; null while nobody has filled them in. */
  get appState(): unknown {
    return this.#appState;
  }

  /**
   * Fills the steps in from an earlier experiment, for a person or a command to look at, to change and to start.
   *
   * @throws StateError when its state does not fit the project.
   * Source: platform fact, finetune and rerun check no step and start nothing.
   */
  async loadContinuation(continuation: Continuation): Promise<void> {
    const { instance, projectId } = this.#place;
    const { teamId } = await projectsInfo(instance, projectId);
    const { experimentName, state } = await continuedState(instance, teamId ?? 0, continuation);
    if (state === undefined) {
      await this.#log.write(
        `The experiment ${experimentName} kept no settings; nothing is filled in.`,
        "warn",
      );
      return;
    }
    await this.#validate(state);
    await this.#log.write(`Training configuration is loaded from the experiment: ${experimentName}.`);
    await this.#log.write(
      "It waits to be started: send /train_from_api the app_state that /app_state tells.",
    );
  }

  /**
   * Loads a state, an object or a JSON text, into the steps.
   *
   * @throws StateError when the state is malformed.
   * @returns the settings; `ready` is false when a step does not hold, which is logged in the platform's words.
   */
  async load(guiState: unknown): Promise<{ settings: Settings; ready: boolean; autostart: boolean }> {
    const { app } = this.#place;
    const { state, project, meta } = await this.#validate(guiState);
    const { selectors = {} } = app;
    const training = guiStateToTraining(state, app.framework);
    const known = meta.classes.map(({ title }) => title);
    const settings: Settings = {
      ...training,
      classes: known.filter((title) => selectors.classes === false || training.classes.includes(title)),
      ...(state.tags === undefined ? {} : { tags: state.tags }),
      project,
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
      .then(() => this.#place.onFinished?.())
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

  /** Judges a state by what the project has, and keeps it as what the steps hold. */
  async #validate(
    guiState: unknown,
  ): Promise<{ state: LoadedState; project: Settings["project"]; meta: ProjectMeta }> {
    const { app, instance, projectId } = this.#place;
    const [project, meta, datasets, collections] = await Promise.all([
      projectsInfo(instance, projectId),
      projectsMeta(instance, projectId),
      datasetsList(instance, projectId),
      collectionsList(instance, projectId),
    ]);
    const leftOut: string[] = [];
    const facts = {
      datasets: reachableDatasets(datasets),
      collections: new Set(collections.map((collection) => collection.id)),
      classes: meta.classes,
      tags: meta.tags.map((tag) => tag.name),
      selectors: app.selectors ?? {},
    };
    const appState = parseGuiState(guiState);
    const state = validateState(appState, facts, (text) => leftOut.push(text));
    for (const text of leftOut) await this.#log.write(text, "warn");
    this.#appState = appState;
    return {
      state,
      project: { id: project.id, name: project.name, teamId: project.teamId ?? 0 },
      meta,
    };
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
