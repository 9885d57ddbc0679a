import { tags } from "@trainyard/core";
import { expectTypeOf } from "expect-type";
import type { NotReady } from "./steps.ts";
import type { Train } from "./train.ts";
import { train } from "./train.ts";

const ready = train().on(1).project(2).model("YOLO/YOLO26s-det");

// A ready chain starts, and fits where a less ready one is asked.
expectTypeOf(ready.start).toBeCallableWith();
expectTypeOf<Train<"YOLO/YOLO26s-det", never>>().toExtend<Train<string, "agent">>();

// A missing step is named by the compiler.
expectTypeOf(train().on(1).project(2).start).thisParameter.toEqualTypeOf<NotReady<".model(name)">>();
// @ts-expect-error this chain still needs .on(agent)
train().project(2).model("YOLO/YOLO26s-det").start();
// @ts-expect-error this chain still needs .project(id)
train().on(1).model("YOLO/YOLO26s-det").start();
// @ts-expect-error this chain still needs .model(name)
train().on(1).project(2).start();
// @ts-expect-error a condition may not have held, so its steps do not count
train()
  .on(1)
  .project(2)
  .when(true, (chain) => chain.model("YOLO/YOLO26s-det"))
  .start();

// After .model(), .tune() knows the framework's keys, and lets others pass.
ready.tune({ epochs: 5, optimizer: "SGD", "my.own": 1 });
// @ts-expect-error epochs is a number
ready.tune({ epochs: "five" });
ready.export("onnx").split(tags("a", "b"));
// @ts-expect-error coreml is no format of the app
ready.export("coreml");
// A second model replaces the first.
expectTypeOf(ready.model("YOLO/YOLO26n-det")).toEqualTypeOf<Train<"YOLO/YOLO26n-det", never>>();
