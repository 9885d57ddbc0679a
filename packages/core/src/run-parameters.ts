import * as v from "valibot";
import { parseInput } from "./errors/parse-input.ts";
import { idSchema } from "./spec/id-schema.ts";
import { parseModel } from "./spec/parse-model.ts";
import type { Split } from "./spec/split.ts";
import { splitSchema } from "./spec/split.ts";
import type { TrainSpec } from "./spec/train-spec.ts";
import { trainSpecSchema } from "./spec/train-spec.ts";
import type { StartOptions } from "./start.ts";
import type { TaskParameters } from "./task-parameters.ts";
import { parseParameters } from "./task-parameters.ts";

/** Parameters of {@link TrainApi.run}: the specification's, in camelCase, with its defaults. */
export interface RunParameters extends TaskParameters {
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
}

const flag = v.exactOptional(v.boolean("expected true or false"));
const schema = v.object({
  agentId: v.nullish(idSchema("an agent")),
  projectId: idSchema("a project"),
  model: v.string("expected a model, e.g. YOLO/YOLO26s-det"),
  classes: v.nullish(v.array(v.string("expected a class name"), "expected a list of class names")),
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

/** Parses what run() was given into the spec it asks for. */
export function runToSpec(ask: RunParameters): { readonly spec: TrainSpec; readonly start: StartOptions } {
  const { own, task, start } = parseParameters(ask, "run", {
    schema,
    names: Object.keys(schema.entries),
    form: "{ agentId, projectId, model }",
  });
  const said = {
    agent: own.agentId,
    project: own.projectId,
    model: parseModel(own.model),
    // The specification's own words: a list without names is all classes.
    classes: own.classes?.length === 0 ? undefined : own.classes,
    split: own.trainValSplit,
    hyperparameters: own.hyperparameters,
    experimentName: own.experimentName,
    convertClassShapes: own.convertClassShapes,
    benchmark: own.enableBenchmark,
    speedtest: own.enableSpeedtest,
    cacheProject: own.cacheProject,
    exports: [...(own.exportOnnx ? ["onnx"] : []), ...(own.exportTensorrt ? ["tensorrt"] : [])],
    autostart: own.autostart,
    task,
  };
  const given = Object.entries(said).filter(([, value]) => value !== undefined && value !== null);
  return { spec: parseInput(trainSpecSchema, Object.fromEntries(given), "run"), start };
}
