import { escapeHtml } from "../show/escape-html.ts";
import type { ComparisonData, ComparisonRow } from "./comparison-data.ts";
import { shown, withDistances } from "./comparison-table.ts";

/** Pixels of the longest bar. */
const longest = 90;

/** A comparison as HTML for a notebook or a report, its metrics with bars. */
export function comparisonHtml({ experiments, differences, metrics, apart }: ComparisonData): string {
  const cells = (texts: readonly string[]) =>
    texts.map((text) => `<td style="text-align:right">${text}</td>`).join("");
  const row = (name: string, texts: readonly string[]) =>
    `<tr><th style="text-align:left">${escapeHtml(name)}</th>${cells(texts)}</tr>`;
  const head = experiments.map(
    ({ name, taskId }) => `<th>${escapeHtml(name)}<br><small>task ${taskId}</small></th>`,
  );
  return [
    `<div><table><thead><tr><th></th>${head.join("")}</tr></thead><tbody>`,
    ...differences.map(({ name, values }) =>
      row(
        name,
        values.map((value) => escapeHtml(shown(value))),
      ),
    ),
    ...metrics.map((metric) => row(metric.name, bars(metric))),
    "</tbody></table>",
    ...apart.map((why) => `<p>Not ranked: ${escapeHtml(why)}</p>`),
    "</div>",
  ].join("");
}

function bars(metric: ComparisonRow): readonly string[] {
  const numbers = metric.values.filter((value): value is number => typeof value === "number");
  const most = Math.max(...numbers.map(Math.abs), Number.MIN_VALUE);
  return withDistances(metric).map((text, at) => {
    const value = metric.values[at];
    const width = typeof value === "number" ? Math.round((longest * Math.abs(value)) / most) : 0;
    const bar = `<svg width="${longest}" height="8" aria-hidden="true"><rect width="${width}" height="8" rx="3" fill="#6366f1"/></svg>`;
    return `${escapeHtml(text)}<br>${bar}`;
  });
}
