import type { PageRun } from "./page-state.ts";

/** A training of which nothing is known yet. */
export const idleRun: PageRun = Object.freeze({
  phase: "idle",
  ...{ status: "", startedAt: "", progress: [], series: [], log: [], canResume: false, result: null },
});
const maxLines = 2000;
const maxPoints = 5000;

/** A record of the log, as far as the page shows it. */
interface NewsRecord {
  readonly message: string;
  readonly level: string;
  readonly subtask?: string;
  readonly current?: number;
  readonly total?: number;
}

/** What a record of the log says: a line, or how far something is. Pure. */
export function withRecord(run: PageRun, record: NewsRecord, now: Date): PageRun {
  const { message, level, subtask: label, current, total } = record;
  if (label === undefined || current === undefined || total === undefined) {
    const line = { time: now.toISOString(), level, message };
    return { ...run, log: [...run.log, line].slice(-maxLines) };
  }
  const step = { label, current, total };
  const at = run.progress.findIndex((known) => known.label === label);
  return { ...run, progress: at < 0 ? [...run.progress, step] : run.progress.with(at, step) };
}

/** Measured values, added to their series; what is no finite number is left out. */
export function withMetrics(run: PageRun, step: number, values: Readonly<Record<string, number>>): PageRun {
  const known = new Map(run.series.map((series) => [series.name, series]));
  for (const [name, value] of Object.entries(values)) {
    if (!Number.isFinite(value)) continue;
    const points = known.get(name)?.points ?? [];
    known.set(name, { name, points: [...points, [step, value] as const].slice(-maxPoints) });
  }
  return { ...run, series: [...known.values()] };
}
