import type { CaseReport } from "./case-report.ts";

const outcomes = ["started", "adopted", "ambiguous", "aborted", "refused"] as const;
const heads = [
  "first fault of the start",
  "starts",
  ...outcomes,
  "dup. stopped",
  "settled by key",
  "dup. left",
  "lost",
  "worst s",
] as const;

/** The table: one line for each first fault, and one for all. */
export function faultTable(reports: readonly CaseReport[]): string {
  const names = [...new Set(reports.map(({ fault }) => fault))].sort();
  const lines = [
    ...names.map((name) =>
      line(
        name,
        reports.filter(({ fault }) => fault === name),
      ),
    ),
    line("all", reports),
  ];
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...lines.map((cells) => cells[at]?.length ?? 0)),
  );
  const text = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  return [text(heads), ...lines.map(text)].join("\n");
}

function line(name: string, reports: readonly CaseReport[]): readonly string[] {
  const sum = (of: (report: CaseReport) => number) =>
    String(reports.reduce((all, report) => all + of(report), 0));
  return [
    name,
    String(reports.length),
    ...outcomes.map((outcome) => sum((report) => (report.outcome === outcome ? 1 : 0))),
    sum((report) => report.duplicatesStopped),
    sum((report) => (report.settledByKey ? 1 : 0)),
    sum((report) => report.duplicatesLeft),
    sum((report) => report.lost),
    (Math.max(0, ...reports.map(({ took }) => took)) / 1000).toFixed(0),
  ];
}
