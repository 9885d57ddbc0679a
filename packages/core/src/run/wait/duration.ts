import { TrainyardError } from "../../errors/trainyard-error.ts";

/** Milliseconds, or a text such as "90s", "20m", "6h". */
export type Duration = number | `${number}${"ms" | "s" | "m" | "h" | "d"}`;

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a duration. */
export function milliseconds(duration: Duration): number {
  if (typeof duration === "number" && duration >= 0) return duration;
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(duration));
  const unit = units[match?.[2] ?? ""];
  if (match?.[1] === undefined || unit === undefined)
    throw new TrainyardError("INPUT_INVALID", `${JSON.stringify(duration)} is no duration.`, {
      hint: /^\d+(\.\d+)?$/.test(String(duration))
        ? `Give it a unit: "${duration}s", "${duration}m"; a number without quotes is milliseconds.`
        : 'Write milliseconds, or a text such as "20m".',
    });
  return Number(match[1]) * unit;
}

/** A duration as a message shows it, with its unit. */
export function showDuration(duration: Duration): string {
  return typeof duration === "number" ? `${duration} ms` : duration;
}
