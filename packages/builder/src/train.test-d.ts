import { parseModel, tags } from "@trainyard/core";
import { expectTypeOf } from "expect-type";
import { anyHyperparameters } from "./any-hyperparameters.ts";
import { anyModel } from "./any-model.ts";
import { train } from "./begin-chain.ts";
import type { NotReady } from "./steps.ts";
import type { Train } from "./train.ts";

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

// After .model(), .tune() knows the framework's keys and those of its makers; others are said on purpose.
ready.tune({ epochs: 5, optimizer: "SGD", dropout: 0.1, lr0: undefined });
ready.tune(anyHyperparameters({ my_own: 1 }));
// @ts-expect-error did you mean to write 'epochs'?
ready.tune({ epocs: 5 });
// A table read at run time is not refused.
const table: Record<string, number> = {};
ready.tune(table);
// So it is after a preset by name; one of a team may bring any model.
train().use("yolo/fast").tune({ epochs: 5 });
// @ts-expect-error DEIM says epoches
train().use("deim/fast").tune({ epochs: 5 });
ready.use("acme/detect").tune({ whatever: 1 });

// A model or a preset that a known framework does not have; other frameworks and names at run time pass.
// @ts-expect-error YOLO has no model of this name
train().model("YOLO/YOLO26s-dett");
// @ts-expect-error yolo has no preset of this name
train().use("yolo/fastt");
// @ts-expect-error yolo has no preset of this name, whatever its version
train().use("yolo/fastt@1.0.0");
const name: string = "YOLO/whatever";
train().model(name).tune({ whatever: 1 });
train().model(`YOLO/${name}`).use(name).model("Small/small-b").model("/experiments/1_x/checkpoints/best.pt");
expectTypeOf(train().model(anyModel("YOLO/YOLO27s-det"))).toEqualTypeOf<
  Train<`YOLO/${string}`, "agent" | "project">
>();
// @ts-expect-error the framework is known by the text
train().model(anyModel("YOLO/YOLO27s-det")).tune({ epocs: 5 });
train().model({ taskId: 1, checkpoint: "best.pt" }).model(parseModel("YOLO/YOLO26s-det"));

// @ts-expect-error epochs is a number
ready.tune({ epochs: "five" });
ready.export("onnx").split(tags("a", "b"));
// @ts-expect-error coreml is no format of the app
ready.export("coreml");
// A second model replaces the first.
expectTypeOf(ready.model("YOLO/YOLO26n-det")).toEqualTypeOf<Train<"YOLO/YOLO26n-det", never>>();
