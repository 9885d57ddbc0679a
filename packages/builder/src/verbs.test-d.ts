import type { Plan, Problem, TrainRun, TrainSpec } from "@trainyard/core";
import { collections, datasets, random, tags } from "@trainyard/core";
import type { Layer } from "@trainyard/core/spec";
import type { Preset } from "@trainyard/presets";
import { expectTypeOf } from "expect-type";
import { train } from "./begin-chain.ts";
import type { Train } from "./train.ts";

type Open = Train;
type Ready = Train<"YOLO/YOLO26s-det", never>;
declare const open: Open;
declare const ready: Ready;

// on, project, model: each takes its step, and only its own.
expectTypeOf(open.on(1)).toEqualTypeOf<Train<string, "project" | "model">>();
expectTypeOf(open.on("auto")).toEqualTypeOf<Train<string, "project" | "model">>();
expectTypeOf(open.project(1)).toEqualTypeOf<Train<string, "agent" | "model">>();
expectTypeOf(open.model("RT-DETRv2/RT-DETRv2-S")).toEqualTypeOf<
  Train<"RT-DETRv2/RT-DETRv2-S", "agent" | "project">
>();
expectTypeOf(open.model("/experiments/1_x/2_YOLO/checkpoints/best.pt")).toExtend<
  Train<string, "agent" | "project">
>();
expectTypeOf(open.model({ taskId: 7, checkpoint: "best.pt" })).toEqualTypeOf<
  Train<string, "agent" | "project">
>();
// @ts-expect-error an agent is not chosen by true
open.on(true);
// @ts-expect-error a model is not a number
open.model(26);

// Verbs that take no step leave the chain as ready as it was.
expectTypeOf(open.classes("cat", "dog")).toEqualTypeOf<Open>();
expectTypeOf(ready.classes("cat")).toEqualTypeOf<Ready>();
expectTypeOf(ready.allClasses()).toEqualTypeOf<Ready>();
for (const split of [random(), random(70), datasets([1], [2]), tags("a", "b"), collections([1], [2])])
  expectTypeOf(ready.split(split)).toEqualTypeOf<Ready>();
expectTypeOf(tags("a", "b", { untagged: "ignore" }).by).toEqualTypeOf<"tags">();
expectTypeOf(ready.hyperparameters("epochs: 5\n")).toEqualTypeOf<Ready>();
expectTypeOf(ready.hyperparameters({ epochs: 5, optimizer: { lr: 0.1 } })).toEqualTypeOf<Ready>();
expectTypeOf(ready.tune({ epochs: 5, lr0: null })).toEqualTypeOf<Ready>();
expectTypeOf(ready.experiment("night")).toEqualTypeOf<Ready>();
expectTypeOf(ready.export("onnx", "tensorrt")).toEqualTypeOf<Ready>();
expectTypeOf(ready.task({ description: "nightly", logLevel: "debug" })).toEqualTypeOf<Ready>();
for (const verb of ["convertClassShapes", "benchmark", "speedtest", "cache", "autostart"] as const) {
  expectTypeOf(ready[verb]()).toEqualTypeOf<Ready>();
  expectTypeOf(ready[verb](false)).toEqualTypeOf<Ready>();
  // @ts-expect-error on or off, not a word
  ready[verb]("yes");
}
// @ts-expect-error datasets are named by id
datasets(["north"], [2]);
// @ts-expect-error an experiment's name is text
ready.experiment(12);
// @ts-expect-error no such option of the platform's task
ready.task({ descripton: "nightly" });

// A preset by name or as a value brings its model; another's name may.
expectTypeOf(open.use("yolo/fast")).toEqualTypeOf<Train<`YOLO/${string}`, "agent" | "project">>();
expectTypeOf(open.use("yolo/fast@1.0.0")).toEqualTypeOf<Train<`YOLO/${string}`, "agent" | "project">>();
expectTypeOf(open.use("acme/detect")).toEqualTypeOf<Open>();

// when keeps what is missing; pipe gives what the function gives.
expectTypeOf(ready.when(true, (chain) => chain.cache(false))).toEqualTypeOf<Ready>();
expectTypeOf(ready.pipe((chain) => chain.spec().model)).toEqualTypeOf<TrainSpec["model"]>();

// What a chain gives.
expectTypeOf(open.toPreset("acme/mine")).toEqualTypeOf<Preset>();
expectTypeOf(open.spec()).toEqualTypeOf<TrainSpec>();
expectTypeOf(open.layers()).toEqualTypeOf<readonly Layer[]>();
expectTypeOf(open.check()).toEqualTypeOf<readonly Problem[]>();
expectTypeOf(ready.plan()).toEqualTypeOf<Promise<Plan>>();
expectTypeOf(ready.start({ key: "night" })).toEqualTypeOf<Promise<TrainRun>>();
expectTypeOf(train()).toEqualTypeOf<Open>();
// A chain is no promise: awaiting it by mistake gives the chain.
expectTypeOf<Awaited<Ready>>().toEqualTypeOf<Ready>();
