import * as v from "valibot";

const record = v.looseObject({ message: v.string(), level: v.optional(v.string(), "info") });

/**
 * What a line of an app's output is in the task's log: a line of JSON with a message is a record as it stands,
 * any other line is a message. Undefined for an empty line.
 *
 * Source: platform fact, apps log JSON lines with message, level and, for progress, subtask, current, total.
 */
export function logRecord(
  line: string,
  stream: "stdout" | "stderr",
): Readonly<Record<string, unknown>> | undefined {
  if (line.trim() === "") return undefined;
  if (line.startsWith("{")) {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), record), line);
    if (parsed.success) return parsed.output;
  }
  return { message: line, level: stream === "stderr" ? "warn" : "info" };
}
