import type { LogRecord } from "../instance/endpoints/tasks-log-download.ts";

/** How far a log was read: a time, and how many records of exactly that time were seen. */
export interface LogCursor {
  readonly time: string;
  readonly seen: number;
}

/**
 * The records of a page that were not read before. The platform pages by time, and several records may share one,
 * so the page's edge is counted instead of compared.
 */
export function unread(
  page: readonly LogRecord[],
  cursor: LogCursor | undefined,
): { records: readonly LogRecord[]; cursor: LogCursor | undefined } {
  let skip = cursor?.seen ?? 0;
  const records = page.filter((record) => {
    if (cursor === undefined || record.timestamp > cursor.time) return true;
    if (record.timestamp < cursor.time) return false;
    skip--;
    return skip < 0;
  });
  const last = records.at(-1)?.timestamp;
  if (last === undefined) return { records, cursor };
  const atLast = records.filter((record) => record.timestamp === last).length;
  return { records, cursor: { time: last, seen: (last === cursor?.time ? cursor.seen : 0) + atLast } };
}
