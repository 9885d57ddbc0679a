import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import {
  collectionsList,
  datasetsList,
  imagesDownload,
  imagesList,
  projectsInfo,
  projectsMeta,
} from "@trainyard/core/endpoints";
import type { ProjectMeta } from "@trainyard/core/plan";
import { guiStateToTraining, trainingToGuiState } from "@trainyard/core/wire";
import { formOf } from "../page/form-of.ts";
import { pageResult } from "../page/page-result.ts";
import type { PagePlan, PageRun } from "../page/page-state.ts";
import { PageStore } from "../page/page-store.ts";
import { planPage } from "../page/plan-page.ts";
import { readPageWorld } from "../page/read-page-world.ts";
import { idleRun, withMetrics, withRecord } from "../page/run-news.ts";
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
import { UploadFailure } from "./upload-failure.ts";

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
  #halt = new AbortController();
  #stopping = new AbortController();
  #run: PageRun = idleRun;
  #page: Promise<PageStore> | undefined;
  #store: PageStore | undefined;
  #resume: (() => Promise<void>) | undefined;
  #settings: Settings | undefined;
  #appState: unknown = null;
  #training: Promise<void> | undefined;

  constructor(place: SessionPlace) {
    this.#place = place;
    this.#log = new AppLog(place.instance, place.taskId, (record) =>
      this.#news((run) => withRecord(run, record, place.now())),
    );
  }

  /** What `/train_status` answers. */
  get status(): string {
    return this.#run.status;
  }

  /** The page of this session; what it shows is read when it is first asked for. */
  page(): Promise<PageStore> {
    this.#page ??= this.#openPage().catch((error: unknown) => {
      this.#page = undefined;
      throw error;
    });
    return this.#page;
  }

  async #openPage(): Promise<PageStore> {
    const { app, instance, projectId, taskId } = this.#place;
    const store = new PageStore(await readPageWorld({ app, instance, projectId, taskId }));
    if (this.#settings !== undefined) store.load(formOf(this.#settings, store.state));
    this.#store = store;
    store.run(() => this.#run);
    return store;
  }

  /** Plans what the page shows; writes nothing. */
  async plan(): Promise<PagePlan> {
    const { app, instance, projectId, taskId } = this.#place;
    return planPage({ app, instance, projectId, taskId }, (await this.page()).sayings);
  }

  #news(change: (run: PageRun) => PageRun): void {
    this.#run = change(this.#run);
    this.#store?.run(() => this.#run);
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
    await this.load(state);
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
    this.#keep(settings);
    const checks = checkSteps(settings, app);
    const failed = checks.findIndex((check) => check.problem !== undefined);
    const check = checks[failed];
    if (check !== undefined) {
      const where = `Step '${check.step}' ${failed + 1}/${checks.length} failed to validate`;
      await this.#log.write(`${where}: ${check.problem}`, "warn");
    }
    return { settings, ready: check === undefined, autostart: state.start_training && app.autostart };
  }

  /** What was set from code appears on the page. */
  #keep(settings: Settings): void {
    this.#settings = settings;
    const store = this.#store;
    if (store !== undefined) store.load(formOf(settings, store.state));
  }

  /**
   * Starts what the page shows.
   *
   * @throws Error when a step does not hold, or a training is under way.
   */
  async startFromPage(): Promise<void> {
    const { form } = (await this.page()).state;
    const { settings, ready } = await this.load({ ...trainingToGuiState(form), tags: form.tags });
    if (!ready) throw new Error("A step failed to validate; the log names it.");
    this.train(form.device === "" ? settings : { ...settings, device: form.device }).catch(() => undefined);
  }

  /** Asks the training to end early and to keep what it has; the second time it ends at once. */
  stopTraining(): void {
    if (this.#training === undefined) throw new Error("No training is under way.");
    if (this.#stopping.signal.aborted) this.#halt.abort(new Error("The training was stopped."));
    this.#stopping.abort(new Error("The training is to end early."));
    this.#news((run) => ({ ...run, phase: "stopping" }));
    void this.#log.write("Stop was pressed: the training ends with what it has.", "warn");
  }

  /** Goes on with an upload that failed. */
  resumeUpload(): void {
    const resume = this.#resume;
    if (resume === undefined || this.#training !== undefined)
      throw new Error("There is no upload to resume.");
    this.#follow(resume()).catch(() => undefined);
  }

  /** Trains, once at a time. Rejects with what `/train_status` says. */
  train(settings: Settings): Promise<void> {
    if (this.#training !== undefined) throw new Error("A training is under way.");
    this.#stopping = new AbortController();
    this.#halt = new AbortController();
    const { now } = this.#place;
    this.#news((run) => ({ ...idleRun, log: run.log, phase: "running", startedAt: now().toISOString() }));
    const training = runTraining({
      ...this.#place,
      settings,
      log: this.#log,
      signal: AbortSignal.any([this.#stop.signal, this.#halt.signal]),
      stopping: this.#stopping.signal,
      onMetrics: (step, values) => this.#news((run) => withMetrics(run, step, values)),
      onExperiment: (record) =>
        this.#news((run) => ({ ...run, result: pageResult(record, this.#place.instance.address) })),
      onStatus: (status) => this.#news((run) => ({ ...run, status })),
    });
    return this.#follow(training);
  }

  /** Says how a training ends. */
  #follow(training: Promise<void>): Promise<void> {
    this.#resume = undefined;
    this.#news((run) => ({ ...run, phase: "running", canResume: false }));
    this.#training = training
      .then(() => {
        this.#training = undefined;
        this.#news((run) => ({ ...run, phase: "finished" }));
        this.#place.onFinished?.();
      })
      .catch(async (error: unknown) => {
        // Before anybody is told: whoever resumes or starts again at once must not be refused.
        this.#training = undefined;
        const status = error instanceof Error ? error.message : String(error);
        const stopped = this.#halt.signal.aborted;
        this.#resume = error instanceof UploadFailure && !stopped ? error.resume : undefined;
        const canResume = this.#resume !== undefined;
        this.#news((run) => ({ ...run, status, canResume, phase: stopped ? "stopped" : "failed" }));
        await this.#log.write(status, "error");
        throw error;
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

  /** Folder of what a training made here. */
  get outputDir(): string {
    return join(this.#place.workDir, "output");
  }

  /** A picture of the project: its first image, or undefined where it has none. */
  async thumbnail(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { instance, projectId } = this.#place;
    for (const { id } of await datasetsList(instance, projectId)) {
      const [first] = await imagesList(instance, id);
      if (first !== undefined) return imagesDownload(instance, first.id);
    }
    return undefined;
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
