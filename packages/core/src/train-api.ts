import * as v from "valibot";
import { parseInput } from "./errors/parse-input.ts";
import { TrainyardError } from "./errors/trainyard-error.ts";
import type { Instance } from "./instance/connect.ts";
import { chooseModule } from "./plan/choose-module.ts";
import type { TrainModule } from "./plan/facts.ts";
import type { TrainRun } from "./run/train-run.ts";
import { parseModel } from "./spec/parse-model.ts";
import type { Split } from "./spec/split.ts";
import { splitSchema } from "./spec/split.ts";
import type { TaskOptions } from "./spec/task-options.ts";
import { taskOptionsSchema } from "./spec/task-options.ts";
import type { TrainSpec } from "./spec/train-spec.ts";
import { trainSpecSchema } from "./spec/train-spec.ts";
import type { StartOptions } from "./start.ts";
import { startContinuation, startTrain } from "./start.ts";

/** Parameters of {@link TrainApi.run}: the specification's, in camelCase, with its defaults. */
export interface RunParameters extends TaskOptions, StartOptions {
  /** Left out: the agent with the most free GPU memory. */
  readonly agentId?: number | null;
  readonly projectId: number;
  /** `FRAMEWORK/NAME`, or the path of a checkpoint in Team Files. */
  readonly model: string;
  /** Left out or empty: all classes of the project. */
  readonly classes?: readonly string[] | null;
  readonly trainValSplit?: Split | null;
  /** YAML text. */
  readonly hyperparameters?: string | null;
  readonly experimentName?: string | null;
  /** Default true. */
  readonly convertClassShapes?: boolean;
  /** Default true. */
  readonly enableBenchmark?: boolean;
  /** Default false. */
  readonly enableSpeedtest?: boolean;
  /** Default true. */
  readonly cacheProject?: boolean;
  /** Default false. */
  readonly exportOnnx?: boolean;
  /** Default false. */
  readonly exportTensorrt?: boolean;
  /** Default true. */
  readonly autostart?: boolean;
  /** Settings for Kubernetes agents, under the name the platform's SDK gives them. */
  readonly kubernetesSettings?: Readonly<Record<string, unknown>>;
}
/** Parameters of {@link TrainApi.finetune} and {@link TrainApi.rerun}. */
export interface ContinueParameters extends TaskOptions, StartOptions {
  /** The task whose experiment is gone on from. */
  readonly taskId: number;
  readonly agentId?: number | null;
  /** Settings for Kubernetes agents, under the name the platform's SDK gives them. */
  readonly kubernetesSettings?: Readonly<Record<string, unknown>>;
}

const flag = v.exactOptional(v.boolean("expected true or false"));
const taskEntries = v.record(v.string(), v.unknown());
const parameters = v.looseObject({
  agentId: v.nullish(v.number("expected an agent id")),
  projectId: v.number("expected a project id"),
  model: v.string("expected a model, e.g. YOLO/YOLO26s-det"),
  classes: v.nullish(v.array(v.string(), "expected a list of class names")),
  trainValSplit: v.nullish(splitSchema),
  hyperparameters: v.nullish(v.string("expected YAML text")),
  experimentName: v.nullish(v.string("expected a name")),
  convertClassShapes: flag,
  enableBenchmark: flag,
  enableSpeedtest: flag,
  cacheProject: flag,
  exportOnnx: flag,
  exportTensorrt: flag,
  autostart: flag,
});
const judging = v.object({
  strict: flag,
  ignore: v.exactOptional(v.array(v.string("expected a problem's code"), "expected a list of codes")),
});
const continueParameters = v.looseObject({
  taskId: v.number("expected a task id"),
  agentId: v.nullish(v.number("expected an agent id")),
});

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

  /** Starts a training and gives its handle at once, without waiting for the app to be up. */
  async run(ask: RunParameters): Promise<TrainRun> {
    const { key, signal, strict, ignore, ...rest } = namedParameters(ask, "run({ projectId, model })");
    const { agentId, projectId, model, classes, trainValSplit, ...more } = parseInput(
      parameters,
      rest,
      "run",
    );
    const {
      hyperparameters,
      experimentName,
      convertClassShapes,
      enableBenchmark,
      enableSpeedtest,
      ...others
    } = more;
    const { cacheProject, exportOnnx, exportTensorrt, autostart, ...task } = others;
    const exports = [
      ...(exportOnnx === true ? ["onnx"] : []),
      ...(exportTensorrt === true ? ["tensorrt"] : []),
    ];
    const said = {
      agent: agentId ?? undefined,
      project: projectId,
      model: parseModel(model),
      classes: classes ?? undefined,
      split: trainValSplit ?? undefined,
      hyperparameters: hyperparameters ?? undefined,
      experimentName: experimentName ?? undefined,
      convertClassShapes,
      benchmark: enableBenchmark,
      speedtest: enableSpeedtest,
      cacheProject,
      exports,
      autostart,
      task: taskOptions(task, "run"),
    };
    const spec: TrainSpec = parseInput(trainSpecSchema, withoutUndefined(said), "run");
    return startTrain(spec, this.#instance, startOptions({ key, signal, strict, ignore }));
  }

  /** Trains an experiment's best checkpoint on. The platform fills the settings in and waits for a person. */
  finetune(ask: ContinueParameters): Promise<TrainRun> {
    return this.#continue(ask, "continue", "finetune");
  }

  /** Trains again with an experiment's settings. The platform fills them in and waits for a person. */
  rerun(ask: ContinueParameters): Promise<TrainRun> {
    return this.#continue(ask, "new", "rerun");
  }

  /**
   * The training app that a framework's models are trained with.
   *
   * @throws TRAIN_APP_NOT_FOUND
   */
  findTrainApp(framework: string): Promise<TrainModule> {
    return chooseModule(framework, this.#instance.lookups);
  }

  async #continue(ask: ContinueParameters, mode: "continue" | "new", verb: string): Promise<TrainRun> {
    const { key, signal, strict, ignore, ...rest } = namedParameters(ask, `${verb}({ taskId })`);
    const { taskId, agentId, ...task } = parseInput(continueParameters, rest, verb);
    const agent = typeof agentId === "number" ? { agent: agentId } : {};
    return startContinuation(
      { taskId, mode, task: taskOptions(task, verb), ...agent },
      this.#instance,
      startOptions({ key, signal, strict, ignore }),
    );
  }
}

function namedParameters<T extends object>(ask: T, form: string): T {
  if (typeof ask === "object" && ask !== null) return ask;
  throw new TrainyardError("INPUT_INVALID", "The parameters are given by name.", { hint: `Write ${form}.` });
}

function taskOptions(rest: Record<string, unknown>, verb: string): TaskOptions {
  const { kubernetesSettings, ...options } = parseInput(taskEntries, rest, verb);
  const named = kubernetesSettings === undefined ? options : { ...options, kubernetes: kubernetesSettings };
  return parseInput(taskOptionsSchema, named, verb);
}

function startOptions(
  said: {
    readonly [K in keyof StartOptions]-?: StartOptions[K] | undefined;
  },
): StartOptions {
  const { strict, ignore } = parseInput(
    judging,
    withoutUndefined({ strict: said.strict, ignore: said.ignore }),
    "run",
  );
  return {
    ...(said.key === undefined ? {} : { key: said.key }),
    ...(said.signal === undefined ? {} : { signal: said.signal }),
    ...(strict === undefined ? {} : { strict }),
    ...(ignore === undefined ? {} : { ignore }),
  };
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
