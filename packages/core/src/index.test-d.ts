import { expectTypeOf } from "expect-type";
import type {
  AgentRef,
  ErrorCode,
  Experiment,
  Instance,
  ModelRef,
  Plan,
  Problem,
  RunEvent,
  RunPhase,
  RunState,
  Split,
  TrainRun,
  TrainSpec,
} from "./index.ts";
import {
  attach,
  checkSpec,
  connect,
  isTrainyardError,
  parseModel,
  preparePlan,
  random,
  startTrain,
  TrainApi,
  watchAll,
} from "./index.ts";

declare const instance: Instance;
declare const run: TrainRun;

// Connect.
expectTypeOf(connect).returns.toEqualTypeOf<Instance>();
// @ts-expect-error an instance has a token
connect({ address: "https://app.supervisely.com" });

// Say: a spec is data, frozen all the way down.
expectTypeOf<TrainSpec["agent"]>().toEqualTypeOf<AgentRef | undefined>();
expectTypeOf(parseModel("YOLO/YOLO26s-det")).toEqualTypeOf<ModelRef>();
expectTypeOf(random()).toExtend<Split>();
declare const spec: TrainSpec;
// @ts-expect-error a spec does not change
spec.project = 3;

// Check and plan.
expectTypeOf(checkSpec).returns.toEqualTypeOf<readonly Problem[]>();
expectTypeOf(preparePlan).returns.resolves.toEqualTypeOf<Plan>();
expectTypeOf<Problem["severity"]>().toEqualTypeOf<"error" | "warning">();
expectTypeOf<Plan["hash"]>().toEqualTypeOf<string>();

// Start.
expectTypeOf(startTrain(spec, instance, { key: "night" })).resolves.toEqualTypeOf<TrainRun>();
const api = new TrainApi(instance);
expectTypeOf(
  api.run({ agentId: 1, projectId: 2, model: "YOLO/YOLO26s-det", exportOnnx: true }),
).resolves.toEqualTypeOf<TrainRun>();
// @ts-expect-error a project is not optional
api.run({ model: "YOLO/YOLO26s-det" });
expectTypeOf(api.finetune({ taskId: 7 })).resolves.toEqualTypeOf<TrainRun>();

// Watch.
expectTypeOf(attach(instance, "https://x/apps/sessions/1")).toEqualTypeOf<TrainRun>();
expectTypeOf(run.finished({ timeout: "6h", stall: "20m" })).resolves.toEqualTypeOf<Experiment>();
// @ts-expect-error a time without a unit
run.finished({ timeout: "900" });
expectTypeOf(run.stop()).resolves.toEqualTypeOf<RunState>();
expectTypeOf<RunState["phase"]>().toEqualTypeOf<RunPhase>();
expectTypeOf<Extract<RunEvent, { type: "log" }>>().toHaveProperty("record");
expectTypeOf(watchAll).parameter(0).toExtend<Iterable<TrainRun>>();
// A run is disposable, and disposing it is waiting for nothing but the watching.
expectTypeOf<TrainRun>().toExtend<AsyncDisposable>();

// What goes wrong.
declare const error: unknown;
if (isTrainyardError(error, "TASK_FAILED")) expectTypeOf(error.code).toEqualTypeOf<ErrorCode>();
