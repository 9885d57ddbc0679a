import type {
  ExperimentCheckpoint,
  ExportFormat,
  Instance,
  Json,
  Problem,
  SpecPatch,
  Split,
  StartOptions,
  TaskOptions,
  TrainPlan,
  TrainRun,
  TrainSpec,
} from "@trainyard/core";
import {
  checkSpec,
  editSpec,
  mergeSpecs,
  parseModel,
  planTrain,
  specDefaults,
  startTrain,
  TrainyardError,
  trainSpecSchema,
} from "@trainyard/core";
import { parseInput } from "@trainyard/core/wire";
import type { Preset } from "@trainyard/presets";
import { findPreset } from "@trainyard/presets";
import { stepCalls } from "./steps.ts";

/** The chain at run time: one frozen spec, one writer. */
export class TrainChain {
  readonly #spec: TrainSpec;
  readonly #instance: Instance | undefined;

  constructor(spec: TrainSpec, instance: Instance | undefined) {
    this.#spec = editSpec(spec, () => {});
    this.#instance = instance;
    Object.freeze(this);
  }

  /** Parsing gives fresh values, so nothing of the caller's is frozen with the spec. */
  #with(verb: string, patch: SpecPatch): TrainChain {
    const parsed = parseInput(trainSpecSchema, dropNull(patch), `.${verb}()`);
    return new TrainChain(mergeSpecs(this.#spec, { ...patch, ...parsed }), this.#instance);
  }

  on(agent: number | "auto"): TrainChain {
    return this.#with("on", { agent });
  }
  project(project: number): TrainChain {
    return this.#with("project", { project });
  }
  model(model: string | Omit<ExperimentCheckpoint, "from">): TrainChain {
    return this.#with("model", {
      model:
        typeof model === "object" && model !== null ? { from: "experiment", ...model } : parseModel(model),
    });
  }
  classes(...classes: readonly string[]): TrainChain {
    return this.#with("classes", { classes: classes.length === 0 ? null : classes });
  }
  split(split: Split): TrainChain {
    return this.#with("split", { split });
  }
  hyperparameters(hyperparameters: string): TrainChain {
    return this.#with("hyperparameters", { hyperparameters });
  }
  tune(tune: { readonly [key: string]: Json }): TrainChain {
    return this.#with("tune", { tune });
  }
  experiment(experimentName: string): TrainChain {
    return this.#with("experiment", { experimentName });
  }
  convertClassShapes(on = true): TrainChain {
    return this.#with("convertClassShapes", { convertClassShapes: on });
  }
  benchmark(on = true): TrainChain {
    return this.#with("benchmark", { benchmark: on });
  }
  speedtest(on = true): TrainChain {
    return this.#with("speedtest", { speedtest: on });
  }
  cache(on = true): TrainChain {
    return this.#with("cache", { cacheProject: on });
  }
  export(...formats: readonly ExportFormat[]): TrainChain {
    const exports = [...new Set([...(this.#spec.exports ?? specDefaults.exports), ...formats])];
    return this.#with("export", { exports });
  }
  autostart(on = true): TrainChain {
    return this.#with("autostart", { autostart: on });
  }
  task(task: TaskOptions): TrainChain {
    return this.#with("task", { task });
  }
  use(said: Preset | string): TrainChain {
    const preset = typeof said === "string" ? findPreset(said) : said;
    return this.#with(`use(${preset.id})`, preset.spec);
  }
  when(condition: boolean, then: (chain: TrainChain) => TrainChain): TrainChain {
    return condition ? then(this) : this;
  }
  pipe<R>(next: (chain: TrainChain) => R): R {
    return next(this);
  }
  spec(): TrainSpec {
    return this.#spec;
  }
  check(): readonly Problem[] {
    return [
      ...this.#missing(),
      ...checkSpec(this.#spec).filter((problem) => problem.code !== "STEP_MISSING"),
    ];
  }
  async plan(): Promise<TrainPlan> {
    return planTrain(this.#complete(), (await this.#connected()).lookups);
  }
  async start(options?: StartOptions): Promise<TrainRun> {
    return startTrain(this.#complete(), await this.#connected(), options);
  }
  toJSON(): TrainSpec {
    return this.#spec;
  }

  #complete(): TrainSpec {
    const missing = this.#missing();
    if (missing.length === 0) return this.#spec;
    throw new TrainyardError("STEP_MISSING", missing.map((problem) => problem.message).join(" "), {
      hint: missing.map((problem) => problem.hint).join(" "),
      facts: { missing: missing.map((problem) => problem.path) },
    });
  }

  #missing(): readonly Problem[] {
    return Object.entries(stepCalls)
      .filter(([step]) => !(step in this.#spec))
      .map(([step, call]) => ({
        code: "STEP_MISSING",
        severity: "error",
        path: step,
        message: `This chain still needs ${call}.`,
        hint: `Add ${call}.`,
      }));
  }

  /** Only Node has an environment to read; elsewhere the instance is handed to train(). */
  async #connected(): Promise<Instance> {
    if (this.#instance !== undefined) return this.#instance;
    const { connectFromEnv } = await import("@trainyard/core/node");
    return connectFromEnv();
  }
}

function dropNull(patch: SpecPatch): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
}
