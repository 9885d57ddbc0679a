import { showValue } from "@trainyard/core/spec";
import type { SweepPoint } from "./sweep-point.ts";

/** Rows that are shown. */
const most = 100;

/** A sweep as a table: a row a training, a column for each setting that differs. */
export function sweepTable(points: readonly Pick<SweepPoint, "id" | "change">[]): string {
  const axes = [...new Set(points.flatMap(({ change }) => Object.keys(change)))];
  const rows = [
    ["training", ...axes],
    ...points
      .slice(0, most)
      .map(({ id, change }) => [
        id,
        ...axes.map((axis) => (axis in change ? showValue(change[axis]).replace(/^"(.*)"$/, "$1") : "")),
      ]),
  ];
  const widths = axes.concat("").map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const rest = points.length > most ? [`… and ${points.length - most} more`] : [];
  return [`Sweep of ${points.length} trainings`, ...lines, ...rest].join("\n");
}
