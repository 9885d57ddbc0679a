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
  // A progress bar of a terminal leaves its line open, and a record may follow on it.
  const at = line.indexOf('{"message": ');
  const whole = line.startsWith("{") ? line : at > 0 ? line.slice(at) : "";
  if (whole !== "") {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), record), whole);
    if (parsed.success) return parsed.output;
  }
  return { message: line, level: levelOf(line) ?? (stream === "stderr" ? "warn" : "info") };
}

const levels: Readonly<Record<string, string>> = {
  DEBUG: "debug",
  INFO: "info",
  WARNING: "warn",
  ERROR: "error",
  CRITICAL: "fatal",
};

/** Python's servers write what they do to stderr with its level in front; a bar of progress is no warning. */
function levelOf(line: string): string | undefined {
  const word = /^([A-Z]{4,8}):\s/.exec(line)?.[1];
  if (word !== undefined && Object.hasOwn(levels, word)) return levels[word];
  return /\d%\|.*\|/.test(line) ? "info" : undefined;
}
