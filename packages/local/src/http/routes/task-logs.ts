import { Readable } from "node:stream";
import * as v from "valibot";
import { ApiError } from "../../store/api-error.ts";
import type { Endpoints } from "../endpoint.ts";
import { endpoint, numberText } from "../endpoint.ts";

const time: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), "Expected a time in ISO form"),
  v.transform((text) => new Date(text).toISOString()),
);

/** Logs of tasks. */
export const taskLogEndpoints: Endpoints = {
  "tasks.log.download": endpoint(
    v.looseObject({
      id: numberText,
      sinceTime: v.optional(time, "1970-01-01T00:00:00.000Z"),
      limit: v.optional(v.pipe(numberText, v.minValue(1)), Number.MAX_SAFE_INTEGER),
    }),
    ({ id, sinceTime, limit }, { tasks }) => {
      const records = tasks.log(id).read(sinceTime, limit);
      const stream = Readable.toWeb(Readable.from(jsonArray(records)));
      return new Response(stream as ReadableStream<Uint8Array>, {
        headers: { "content-type": "application/json" },
      });
    },
  ),
  "tasks.logs.add": endpoint(
    v.looseObject({
      taskId: v.optional(v.number()),
      logs: v.pipe(v.array(v.record(v.string(), v.unknown())), v.maxLength(5000)),
    }),
    (body, { tasks, now }, request) => {
      // The SDK's own apps name their task in a header only.
      const taskId = body.taskId ?? Number(request.headers.get("x-task-id") ?? Number.NaN);
      if (Number.isNaN(taskId)) throw new ApiError(400, "taskId: name the task whose log it is");
      const timestamp = now();
      tasks.addLog(
        taskId,
        body.logs.map((record) => ({ level: "info", ...record, timestamp, task_id: taskId })),
      );
      return { success: true };
    },
  ),
};

/** JSON texts as one array, in pieces of a size that is worth sending. */
async function* jsonArray(texts: AsyncIterable<string>): AsyncGenerator<Buffer, void, undefined> {
  let piece = "[";
  let comma = "";
  for await (const text of texts) {
    piece += comma + text;
    comma = ",";
    if (piece.length < 2 ** 16) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(`${piece}]`);
}
