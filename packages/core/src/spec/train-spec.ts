import * as v from "valibot";
import { byName } from "./by-name.ts";
import { idOrNameSchema } from "./id-schema.ts";
import type { ModelRef } from "./model-ref.ts";
import { modelRefSchema } from "./model-ref.ts";
import type { Split } from "./split.ts";
import { splitSchema } from "./split.ts";
import type { TaskOptions } from "./task-options.ts";
import { taskOptionsSchema } from "./task-options.ts";

/** An agent's id, its name in the project's team, or `"auto"`: the agent with the most free GPU memory. */
export type AgentRef = number | "auto" | (string & {});
/** A format that a model can be exported to after training. */
export type ExportFormat = "onnx" | "tensorrt";
/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What was asked for: frozen, JSON-safe, nothing resolved. Every field may be left out until the start;
 * defaults are filled in by the plan.
 *
 * Source: specification, "Parameters of run() method".
 */
export interface TrainSpec {
  readonly agent?: AgentRef;
  /** Project id, or a name that one project of your teams has; the plan holds the id. */
  readonly project?: number | string;
  readonly model?: ModelRef;
  /** Class names; left out: all classes of the project. */
  readonly classes?: readonly string[];
  readonly split?: Split;
  /** YAML text that replaces the training app's own file, byte for byte. */
  readonly hyperparameters?: string;
  /** Values set over `hyperparameters`, or over the app's default file; `null` removes a key. */
  readonly tune?: { readonly [key: string]: Json };
  readonly experimentName?: string;
  readonly convertClassShapes?: boolean;
  readonly benchmark?: boolean;
  readonly speedtest?: boolean;
  readonly cacheProject?: boolean;
  readonly exports?: readonly ExportFormat[];
  readonly autostart?: boolean;
  readonly task?: TaskOptions;
}

const json: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(json), byName(json)]),
);

const entries = {
  agent: v.exactOptional(idOrNameSchema("an agent")),
  project: v.exactOptional(idOrNameSchema("a project")),
  model: v.exactOptional(modelRefSchema),
  classes: v.exactOptional(
    v.pipe(
      v.array(v.string("expected a class name"), "expected a list of class names"),
      v.minLength(1, "expected class names, or no list for all classes"),
    ),
  ),
  split: v.exactOptional(splitSchema),
  hyperparameters: v.exactOptional(v.string("expected YAML text")),
  tune: v.exactOptional(byName(json)),
  experimentName: v.exactOptional(v.string("expected a name")),
  convertClassShapes: v.exactOptional(v.boolean("expected true or false")),
  benchmark: v.exactOptional(v.boolean("expected true or false")),
  speedtest: v.exactOptional(v.boolean("expected true or false")),
  cacheProject: v.exactOptional(v.boolean("expected true or false")),
  exports: v.exactOptional(v.array(v.picklist(["onnx", "tensorrt"], 'expected "onnx" or "tensorrt"'))),
  autostart: v.exactOptional(v.boolean("expected true or false")),
  task: v.exactOptional(taskOptionsSchema),
};

/** The valibot schema of a {@link TrainSpec}: parsing gives a fresh object, so nothing of the caller's is frozen. */
export const trainSpecSchema: v.GenericSchema<unknown, TrainSpec> = v.strictObject(entries);

/** Every setting of a spec. */
export const settingNames: readonly string[] = Object.keys(entries);

/** A spec in which nothing is said yet. */
export const emptySpec: TrainSpec = Object.freeze({});

/** What holds where a spec says nothing. Source: specification, the default of each parameter. */
export const specDefaults: {
  readonly split: Split;
  readonly convertClassShapes: boolean;
  readonly benchmark: boolean;
  readonly speedtest: boolean;
  readonly cacheProject: boolean;
  readonly exports: readonly ExportFormat[];
  readonly autostart: boolean;
} = Object.freeze({
  split: Object.freeze({ by: "random", percent: 80, side: "train" }),
  convertClassShapes: true,
  benchmark: true,
  speedtest: false,
  cacheProject: true,
  exports: Object.freeze([]),
  autostart: true,
});
