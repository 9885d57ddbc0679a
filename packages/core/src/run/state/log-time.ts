const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d+))?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** A time as nanoseconds in a text that sorts; clocks of several kinds meet in a log, so texts alone do not compare. */
export type LogTime = string;

/** The time of a record; undefined when it has none that can be read. A time without a zone is UTC. */
export function logTime(timestamp: string): LogTime | undefined {
  const match = form.exec(timestamp.trim());
  if (match === null) return undefined;
  const [, day, time, fraction = "", zone = "Z"] = match;
  const seconds = Date.parse(`${day}T${time}${zone}`) / 1000;
  if (Number.isNaN(seconds) || seconds < 0) return undefined;
  return `${String(seconds).padStart(12, "0")}.${fraction.slice(0, 9).padEnd(9, "0")}`;
}

/** Whole milliseconds since 1970. */
export function millisecondsOf(time: LogTime): number {
  return Number(time.slice(0, 12)) * 1000 + Number(time.slice(13, 16));
}
