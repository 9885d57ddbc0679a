import type { Operation } from "fast-json-patch";
import jsonPatch from "fast-json-patch";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint } from "../endpoint.ts";

const record = v.record(v.string(), v.unknown());
const place = v.string();
const value = v.unknown();
const operation: v.GenericSchema<unknown, Operation> = v.variant("op", [
  v.object({ op: v.literal("add"), path: place, value }),
  v.object({ op: v.literal("replace"), path: place, value }),
  v.object({ op: v.literal("test"), path: place, value }),
  v.object({ op: v.literal("remove"), path: place }),
  v.object({ op: v.literal("move"), path: place, from: place }),
  v.object({ op: v.literal("copy"), path: place, from: place }),
]);

/** What an app shows on its page, kept with its task: state as a whole, data by patches; and where the page was left. */
export const taskPageEndpoints: Endpoints = {
  "tasks.app-v2.data.set": endpoint(
    v.looseObject({
      taskId: v.number(),
      payload: v.looseObject({
        state: v.optional(record),
        data: v.optional(v.union([v.array(operation), record])),
      }),
    }),
    ({ taskId, payload }, { tasks }) => {
      const kept = tasks.page(taskId);
      tasks.setPage(taskId, {
        state: { ...kept.state, ...payload.state },
        data: Array.isArray(payload.data)
          ? patched(kept.data, payload.data)
          : { ...kept.data, ...payload.data },
      });
      return { success: true };
    },
  ),
  "tasks.app-v2.data.get": endpoint(v.looseObject({ taskId: v.number() }), ({ taskId }, { tasks }) =>
    tasks.page(taskId),
  ),
  "tasks.data.get": endpoint(
    v.looseObject({ taskId: v.number(), fields: v.array(v.string()) }),
    ({ taskId, fields }, { tasks }) => {
      const page: Readonly<Record<string, unknown>> = { ...tasks.page(taskId) };
      return { result: Object.fromEntries(fields.map((field) => [field, valueAt(page, field)])) };
    },
  ),
  "tasks.meta.update": endpoint(v.looseObject({ id: v.number() }), ({ id, ...meta }, { tasks }) => {
    tasks.addMeta(id, meta);
    return { success: true };
  }),
};

/** Patches may begin before the page was ever sent as a whole: what they stand on is made. */
function patched(
  data: Readonly<Record<string, unknown>>,
  patch: readonly Operation[],
): Readonly<Record<string, unknown>> {
  const copy = structuredClone({ ...data });
  for (const step of patch) {
    try {
      jsonPatch.applyPatch(copy, [step.op === "replace" ? { ...step, op: "add" } : step], true, true, true);
    } catch {
      const [, first = ""] = step.path.split("/");
      if (!("value" in step) || step.path.split("/").length > 2)
        throw new ApiError(400, `payload.data: the patch of ${JSON.stringify(step.path)} stands on nothing.`);
      copy[first] = step.value;
    }
  }
  return copy;
}

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, key) => {
    const isOwn = typeof part === "object" && part !== null && Object.hasOwn(part, key);
    return isOwn ? Object.getOwnPropertyDescriptor(part, key)?.value : null;
  }, value);
}
