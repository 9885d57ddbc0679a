import type { Experiment, Instance, RunState, TrainRun } from "@trainyard/core";
import { attach, isTrainyardError, TrainyardError } from "@trainyard/core";
import type { Comparison } from "@trainyard/core/compare";
import { compare } from "@trainyard/core/compare";
import { rememberedLookups } from "@trainyard/core/endpoints";
import { showAs } from "@trainyard/core/spec";
import type { SweepChain } from "./sweep-axes.ts";
import type { SweepPoint } from "./sweep-point.ts";
import type { SweepStartOptions } from "./sweep-start-options.ts";

/** What became of one training of a sweep. */
export interface SweepOutcome {
  readonly point: SweepPoint;
  /** Undefined for one that was never started. */
  readonly run?: TrainRun;
  readonly agent?: number | string;
  readonly experiment?: Experiment;
  /** Why there is no experiment. */
  readonly error?: unknown;
}
/** What became of a sweep. */
export interface SweepResult {
  readonly outcomes: readonly SweepOutcome[];
  /** The experiments that it left, in the order of its points. */
  readonly experiments: readonly Experiment[];
  /** Side by side; undefined where fewer than two finished. */
  readonly comparison: Comparison | undefined;
  /** The best by the metric; undefined where they are not comparable, see the comparison's `apart`. */
  readonly best: Experiment | undefined;
}

/** Errors of an agent: the training is put back, and the agent is leased no more. */
const agentErrors = [
  "AGENT_NOT_FOUND",
  "AGENT_NOT_RUNNING",
  "AGENT_UNKNOWN",
  "AGENT_WITHOUT_GPU",
  "AGENT_LOST",
];

/** A sweep under way. */
export class SweepRun {
  readonly #points: readonly SweepPoint[];
  readonly #options: SweepStartOptions;
  readonly #base: SweepChain;
  readonly #queue: SweepPoint[];
  readonly #outcomes = new Map<string, SweepOutcome>();
  readonly #done: Promise<void>;
  #isStopped = false;
  #connected: Instance | undefined;

  constructor(points: readonly SweepPoint[], base: SweepChain, options: SweepStartOptions) {
    if (!/^[\w.:-]{1,60}$/.test(options.key))
      throw new TrainyardError("INPUT_INVALID", `key: ${JSON.stringify(options.key)} is no key of a sweep.`, {
        hint: "Use up to 60 letters, digits, dots, dashes, colons or underscores.",
      });
    const { perAgent = 1 } = options;
    if (!Number.isSafeInteger(perAgent) || perAgent < 1)
      throw new TrainyardError("INPUT_INVALID", "perAgent: expected a whole number of at least 1.");
    this.#points = points;
    this.#base = base;
    this.#options = options;
    this.#queue = [...points];
    this.#done = this.#work();
    this.#done.catch(() => {});
    showAs(this, () => this.toString());
  }

  /** What became of each training so far, in the order of the sweep. */
  get outcomes(): readonly SweepOutcome[] {
    return this.#points.flatMap((point) => this.#outcomes.get(point.id) ?? []);
  }

  /**
   * Waits until each training is over, and compares what they left.
   *
   * @param options.metric by which the best is found; default "mAP".
   * @throws what leasing the agents fails with; the signal's reason. A training that fails is an outcome, not an error.
   */
  async finished(options: { readonly metric?: string } = {}): Promise<SweepResult> {
    await this.#done;
    this.#options.signal?.throwIfAborted();
    const { outcomes } = this;
    const experiments = outcomes.flatMap(({ experiment }) => experiment ?? []);
    const instance = this.#connected;
    const comparison =
      experiments.length < 2 || instance === undefined ? undefined : await compare(instance, experiments);
    const best =
      comparison?.best(options.metric ?? "mAP")?.taskId ??
      (experiments.length === 1 ? experiments[0]?.taskId : undefined);
    return { outcomes, experiments, comparison, best: experiments.find(({ taskId }) => taskId === best) };
  }

  /** Starts nothing more and stops what runs; gives what the platform made of each, its error where it did not stop. */
  async stop(): Promise<readonly (RunState | Error)[]> {
    this.#isStopped = true;
    this.#queue.length = 0;
    const running = this.outcomes.filter(
      ({ run, experiment, error }) => run && !experiment && error === undefined,
    );
    return Promise.all(
      running.map(({ run }) =>
        run === undefined ? new Error("It was not started.") : run.stop().catch((error: Error) => error),
      ),
    );
  }

  /** How far it is, in a line. */
  toString(): string {
    const all = this.outcomes;
    const done = all.filter(({ experiment }) => experiment !== undefined).length;
    const failed = all.filter(({ error }) => error !== undefined).length;
    const running = all.length - done - failed;
    return `Sweep ${this.#options.key}: ${done} finished, ${running} running, ${failed} failed, ${this.#queue.length} waiting`;
  }

  async #work(): Promise<void> {
    const connected = await this.#base.instance();
    const instance = { ...connected, lookups: rememberedLookups(connected.lookups) };
    this.#connected = instance;
    const { perAgent = 1 } = this.#options;
    const agents = await this.#agents(instance);
    const slots = agents.flatMap((agent) => Array.from({ length: perAgent }, () => agent));
    const retired = new Set<number | string>();
    await Promise.all(slots.map((agent) => this.#lease(agent, instance, retired)));
    // Each agent failed in turn: what they leave is told with the last of their errors.
    for (const point of this.#queue.splice(0))
      this.#outcomes.set(point.id, {
        point,
        error:
          this.#outcomes.get(point.id)?.error ??
          new TrainyardError("AGENT_NOT_FOUND", "No agent of the sweep is left."),
      });
  }

  async #agents(instance: Instance): Promise<readonly (number | string)[]> {
    const { agents, signal } = this.#options;
    if (agents !== "any") {
      if (agents.length > 0) return [...new Set(agents)];
      throw new TrainyardError("INPUT_INVALID", "agents: the list is empty.", {
        hint: 'Name the agents, or write agents: "any".',
      });
    }
    const [first] = this.#points;
    if (first === undefined) return [];
    // The plan of the first training knows the project and its team.
    const plan = await first.chain
      .at(instance)
      .on("auto")
      .plan(signal === undefined ? {} : { signal });
    const { teamId } = await instance.lookups.project(plan.project.id);
    const listed = teamId === undefined ? [] : await instance.lookups.agents(teamId);
    const able = listed.filter(({ freeMemory = [], type }) => type === "kubernetes" || freeMemory.length > 0);
    return able.length === 0 ? [plan.agent.id] : able.map(({ id }) => id);
  }

  /** Runs trainings on an agent, one after the other, while there are any. */
  async #lease(agent: number | string, instance: Instance, retired: Set<number | string>): Promise<void> {
    const { signal } = this.#options;
    while (!retired.has(agent) && !this.#isStopped && signal?.aborted !== true) {
      const point = this.#queue.shift();
      if (point === undefined) return;
      const outcome = await this.#train(point, agent, instance);
      this.#outcomes.set(point.id, outcome);
      const code = isTrainyardError(outcome.error) ? outcome.error.code : "";
      if (outcome.run !== undefined || !agentErrors.includes(code)) continue;
      // The agent is at fault, not the training.
      retired.add(agent);
      this.#outcomes.delete(point.id);
      this.#queue.unshift(point);
    }
  }

  async #train(point: SweepPoint, agent: number | string, instance: Instance): Promise<SweepOutcome> {
    const { key, onEvent, signal, stall } = this.#options;
    const stopping = signal === undefined ? {} : { signal };
    let run: TrainRun | undefined;
    try {
      run = await point.chain
        .at(instance)
        .on(agent)
        .start({ key: `${key}:${point.id}`, ...stopping })
        .catch((error: unknown) => spent(error, instance));
      const started = run;
      this.#outcomes.set(point.id, { point, run, agent });
      const experiment = await run.finished({
        ...stopping,
        ...(stall === undefined ? {} : { stall }),
        ...(onEvent === undefined
          ? {}
          : { onEvent: (event, state) => onEvent({ point, run: started, event, state }) }),
      });
      return { point, run, agent, experiment };
    } catch (error) {
      return { point, agent, error, ...(run === undefined ? {} : { run }) };
    }
  }
}

/** A run that came to nothing under this key is not started again: its handle tells why. */
function spent(error: unknown, instance: Instance): TrainRun {
  if (isTrainyardError(error, "KEY_SPENT") && error.taskId !== undefined)
    return attach(instance, error.taskId);
  throw error;
}
