import type {
  AgentRef,
  ExportFormat,
  Instance,
  ModelRef,
  Plan,
  PlanOptions,
  Problem,
  StartOptions,
  TaskOptions,
  TrainRun,
  TrainSpec,
} from "@trainyard/core";
import { checkSpec, parseModel, preparePlan, startTrain, TrainyardError } from "@trainyard/core";
import { parseInput, withoutUndefined } from "@trainyard/core/errors";
import { writePyYaml } from "@trainyard/core/hyperparameters";
import type { Earlier, Judging } from "@trainyard/core/plan";
import { shownProblems } from "@trainyard/core/plan";
import type { ExperimentCheckpoint, Json, Layer, SpecPatch, SplitInput } from "@trainyard/core/spec";
import {
  editSpec,
  foldLayers,
  mergeSpecs,
  showAs,
  shownSpec,
  specDefaults,
  splitSchema,
  trainSpecSchema,
} from "@trainyard/core/spec";
import type { Preset } from "@trainyard/presets";
import { definePreset, findPreset, listPresets } from "@trainyard/presets";
import { chainText } from "./chain-text.ts";
import { factsOf, frameworkNames } from "./facts-of.ts";
import type { PresetHead } from "./preset-head.ts";
import { stepCalls } from "./steps.ts";

/** Where a chain's training would start, and whose presets it finds by name. */
export interface Place {
  readonly instance: Instance | undefined;
  readonly presets: readonly Preset[];
  /** The training that it goes on from: read when the chain plans or starts. */
  readonly earlier?: EarlierTraining;
}

/** A training that a chain goes on from. */
export interface EarlierTraining {
  /** The call that named it, as it is printed: `rerun(303)`. */
  readonly call: string;
  /** Reads what the chain begins with, given what is said over it. */
  read(instance: Instance, said: TrainSpec, signal: StartOptions["signal"]): Promise<EarlierSettings>;
}

/** What a chain begins with. */
export interface EarlierSettings extends Earlier {
  readonly layer: Layer;
}

/** The chain at run time: frozen layers of who said what, the spec they add up to, one writer. */
export class TrainChain {
  readonly #layers: readonly Layer[];
  readonly #spec: TrainSpec;
  readonly #place: Place;

  constructor(layers: readonly Layer[], spec: TrainSpec, place: Place) {
    this.#layers = layers;
    this.#spec = shownSpec(editSpec(spec, () => {}));
    this.#place = place;
    showAs(this, (chain) => chain.toString());
    Object.freeze(this);
  }

  /** Parsing gives fresh values, so nothing of the caller's is frozen with the spec. */
  #with(verb: string, patch: SpecPatch, origin = `chain .${verb}()`): TrainChain {
    if (Object.values(patch).some((value) => value === undefined))
      throw new TrainyardError("INPUT_INVALID", `.${verb}(): undefined is no value.`, {
        hint: "Give a value, or leave the call out.",
      });
    const parsed = parseInput(trainSpecSchema, dropNull(patch), `.${verb}()`);
    const said: SpecPatch = { ...patch, ...parsed };
    const layers = Object.freeze([...this.#layers, Object.freeze({ origin, spec: said })]);
    return new TrainChain(layers, mergeSpecs(this.#spec, said), this.#place);
  }

  on(said: AgentRef): TrainChain {
    return this.#with("on", { agent: isDigits(said) ? Number(said) : said });
  }
  project(said: number | string): TrainChain {
    return this.#with("project", { project: isDigits(said) ? Number(said) : said });
  }
  model(model: string | ModelRef | Omit<ExperimentCheckpoint, "from">): TrainChain {
    return this.#with("model", {
      model:
        typeof model === "object" && model !== null ? { from: "experiment", ...model } : parseModel(model),
    });
  }
  classes(...said: readonly (string | readonly string[])[]): TrainChain {
    const classes = said.flat();
    if (classes.length === 0)
      throw new TrainyardError("INPUT_INVALID", ".classes(): the list is empty.", {
        hint: "Name the classes, or say .allClasses() to train on all.",
      });
    return this.#with("classes", { classes });
  }
  allClasses(): TrainChain {
    return this.#with("allClasses", { classes: null });
  }
  split(said: SplitInput): TrainChain {
    return this.#with("split", { split: parseInput(splitSchema, said, ".split()") });
  }
  hyperparameters(said: string | { readonly [key: string]: Json }): TrainChain {
    const hyperparameters = typeof said === "string" ? said : writePyYaml(withoutUndefined(said));
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
    const preset =
      typeof said === "string" ? findPreset(said, [...this.#place.presets, ...listPresets()]) : said;
    const layers = Object.freeze([...this.#layers, ...preset.layers]);
    const spec = preset.layers.reduce((base, layer) => mergeSpecs(base, layer.spec), this.#spec);
    return new TrainChain(layers, spec, this.#place);
  }
  when(condition: boolean, then: (chain: TrainChain) => TrainChain): TrainChain {
    return condition ? then(this) : this;
  }
  pipe<R>(next: (chain: TrainChain) => R): R {
    return next(this);
  }
  with(settings: SpecPatch | Readonly<Record<string, unknown>>): TrainChain {
    const { model } = settings;
    return this.#with(
      "with",
      typeof model === "string" ? { ...settings, model: parseModel(model) } : settings,
    );
  }
  at(instance: Instance): TrainChain {
    return new TrainChain(this.#layers, this.#spec, { ...this.#place, instance });
  }
  instance(): Promise<Instance> {
    return this.#connected();
  }
  spec(): TrainSpec {
    return this.#spec;
  }
  layers(): readonly Layer[] {
    return this.#layers;
  }
  check(): readonly Problem[] {
    const { model } = this.#spec;
    const facts = model?.from === "pretrained" ? factsOf(model.framework) : undefined;
    const known = facts === undefined ? {} : { facts };
    return shownProblems([
      ...this.#missing(),
      ...checkSpec(this.#spec, { layers: this.#layers, frameworks: frameworkNames, ...known }).filter(
        (problem) => problem.code !== "STEP_MISSING",
      ),
    ]);
  }
  async plan(options?: Judging & Pick<StartOptions, "signal">): Promise<Plan> {
    const said = this.#complete();
    const instance = await this.#connected();
    const { spec, planning } = await this.#whole(said, instance, options);
    return preparePlan(spec, instance, planning);
  }
  async start(options?: StartOptions): Promise<TrainRun> {
    const said = this.#complete();
    const instance = await this.#connected();
    const { spec, planning } = await this.#whole(said, instance, options);
    return startTrain(spec, instance, planning);
  }
  toPreset(id: string, head: PresetHead = {}): Preset {
    const { about = "As a chain described it.", ...more } = head;
    return definePreset({ ...more, about, id, spec: this.#spec });
  }
  toJSON(): TrainSpec {
    return this.#spec;
  }
  toString(): string {
    return chainText(
      this.#spec,
      this.#needed().map(([, call]) => call),
      this.#place.earlier?.call,
    );
  }

  /** The spec and who said it, over the settings of the earlier training where there is one. */
  async #whole(
    said: TrainSpec,
    instance: Instance,
    options: StartOptions | undefined,
  ): Promise<{ readonly spec: TrainSpec; readonly planning: StartOptions & PlanOptions }> {
    const planning = { ...options, facts: factsOf };
    const earlier = await this.#place.earlier?.read(instance, said, options?.signal);
    if (earlier === undefined) return { spec: said, planning: { ...planning, layers: this.#layers } };
    const layers = [earlier.layer, ...this.#layers];
    return { spec: foldLayers(layers), planning: { ...planning, layers, earlier } };
  }

  #complete(): TrainSpec {
    const missing = this.#missing();
    if (missing.length === 0) return this.#spec;
    throw new TrainyardError("STEP_MISSING", missing.map((problem) => problem.message).join(" "), {
      hint: missing.map((problem) => problem.hint).join(" "),
      facts: { missing: missing.map((problem) => problem.path) },
    });
  }

  #needed(): readonly (readonly [step: string, call: string])[] {
    if (this.#place.earlier !== undefined) return [];
    return Object.entries(stepCalls).filter(([step]) => !(step in this.#spec));
  }

  #missing(): readonly Problem[] {
    return this.#needed().map(([step, call]) => ({
      code: "STEP_MISSING",
      severity: "error",
      path: step,
      message: `This chain still needs ${call}.`,
      hint: `Add ${call}.`,
    }));
  }

  /** Only Node has an environment to read; elsewhere the instance is handed to train(). */
  async #connected(): Promise<Instance> {
    const { instance } = this.#place;
    if (instance !== undefined) return instance;
    const { connectFromEnv } = await import("@trainyard/core/node");
    return connectFromEnv();
  }
}

function dropNull(patch: SpecPatch): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
}

/** From an environment variable an id is a text. */
function isDigits(said: unknown): said is `${number}` {
  return typeof said === "string" && /^\s*\d{1,15}\s*$/.test(said);
}
