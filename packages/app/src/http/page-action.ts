import { splitSchema } from "@trainyard/core/spec";
import * as v from "valibot";
import type { PageAction, PageForm } from "../page/page-state.ts";

const text = v.pipe(v.string(), v.maxLength(2 ** 20));
const names = v.pipe(v.array(text), v.maxLength(10_000));
const form: v.GenericSchema<unknown, Partial<PageForm>> = v.strictObject({
  model: v.exactOptional(
    v.variant("from", [
      v.strictObject({ from: v.literal("pretrained"), framework: text, name: text }),
      v.strictObject({
        from: v.literal("experiment"),
        framework: text,
        taskId: v.number(),
        checkpoint: text,
      }),
    ]),
  ),
  classes: v.exactOptional(names),
  tags: v.exactOptional(names),
  split: v.exactOptional(
    v.union([
      splitSchema,
      // While a person is still choosing, a side may be empty; the step says so.
      v.strictObject({
        by: v.picklist(["datasets", "collections"]),
        train: v.array(v.number()),
        val: v.array(v.number()),
      }),
    ]),
  ),
  hyperparameters: v.exactOptional(v.nullable(text)),
  convertClassShapes: v.exactOptional(v.boolean()),
  benchmark: v.exactOptional(v.boolean()),
  speedtest: v.exactOptional(v.boolean()),
  cacheProject: v.exactOptional(v.boolean()),
  exports: v.exactOptional(v.array(v.picklist(["onnx", "tensorrt"]))),
  experimentName: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(200)))),
  device: v.exactOptional(text),
});

/** The schema of what a page sends. */
export const pageActionSchema: v.GenericSchema<unknown, PageAction> = v.variant("type", [
  v.strictObject({ type: v.literal("edit"), form }),
  v.strictObject({ type: v.literal("change"), step: v.number() }),
  v.strictObject({ type: v.literal("paste"), text }),
  ...(["select", "undo", "redo", "start", "stop", "resume"] as const).map((type) =>
    v.strictObject({ type: v.literal(type) }),
  ),
]);
