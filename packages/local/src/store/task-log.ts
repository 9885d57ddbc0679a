import { appendFileSync, createReadStream, existsSync, readFileSync, truncateSync } from "node:fs";
import { linesOf } from "./lines-of.ts";

/** A record of a task's log: message, level, timestamp, and whatever the app adds. */
export type LogEntry = Readonly<Record<string, unknown>> & { readonly timestamp: string };

/** Every so many records the place in the file is remembered, so that a poll reads only what is new. */
const markEvery = 200;

/** One task's log: a file of JSON lines, only ever added to, in the order of time. */
export class TaskLog {
  readonly #path: string;
  #size = 0;
  #count = 0;
  #last = "";
  readonly #marks: { readonly timestamp: string; readonly offset: number }[] = [];

  constructor(path: string) {
    this.#path = path;
    if (!existsSync(path)) return;
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf(10) + 1;
    // What a crash tore off in the middle of a record is no record.
    if (end < bytes.length) truncateSync(path, end);
    for (let from = 0; from < end; ) {
      const to = bytes.indexOf(10, from) + 1;
      const isRead = this.#count % markEvery === 0 || to === end;
      this.#passed(isRead ? timestampOf(bytes.toString("utf8", from, to)) : "", to - from);
      from = to;
    }
  }

  /** Adds records; a clock that was set back does not put a record before an earlier one. */
  append(records: readonly LogEntry[]): void {
    let last = this.#last;
    const lines = records.map((record) => {
      if (record.timestamp > last) last = record.timestamp;
      return { timestamp: last, line: `${JSON.stringify({ ...record, timestamp: last })}\n` };
    });
    try {
      appendFileSync(this.#path, lines.map(({ line }) => line).join(""));
    } catch (error) {
      // A disk that is full may have taken a part of them.
      if (existsSync(this.#path)) truncateSync(this.#path, this.#size);
      throw error;
    }
    for (const { timestamp, line } of lines) this.#passed(timestamp, Buffer.byteLength(line));
  }

  /** The records of a time and later, oldest first, each as JSON text; records of one time stay together. */
  async *read(since: string, limit: number): AsyncGenerator<string, void, undefined> {
    if (this.#size === 0) return;
    const start = this.#marks.findLast(({ timestamp }) => timestamp < since)?.offset ?? 0;
    let given = 0;
    for await (const line of linesOf(createReadStream(this.#path, { start, end: this.#size - 1 }))) {
      if (given === limit) return;
      if (given === 0 && timestampOf(line) < since) continue;
      given++;
      yield line;
    }
  }

  #passed(timestamp: string, bytes: number): void {
    if (this.#count % markEvery === 0) this.#marks.push({ timestamp, offset: this.#size });
    this.#count++;
    this.#size += bytes;
    this.#last = timestamp;
  }
}

function timestampOf(line: string): string {
  const record: unknown = JSON.parse(line);
  const isRecord = typeof record === "object" && record !== null && "timestamp" in record;
  return isRecord && typeof record.timestamp === "string" ? record.timestamp : "";
}
