import type { ComparisonData, ComparisonRow } from "./comparison-data.ts";

/** A comparison as text: settings that differ, metrics with their distance from the first, and why it does not rank. */
export function comparisonTable({ experiments, differences, metrics, apart }: ComparisonData): string {
  const head = ["", ...experiments.map(({ name, taskId }) => `${name} (task ${taskId})`)];
  const lines = table([
    head,
    ...differences.map(({ name, values }) => [name, ...values.map(shown)]),
    ...metrics.map((row) => [row.name, ...withDistances(row)]),
  ]);
  return [
    `Comparison of ${experiments.length} experiments`,
    ...lines,
    ...apart.map((why) => `Not ranked: ${why}`),
  ].join("\n");
}

/** A metric's values; from the second on with the distance from the first. */
export function withDistances({ values }: ComparisonRow): readonly string[] {
  const [first] = values;
  return values.map((value, at) => {
    if (typeof value !== "number") return "–";
    const figure = String(Number(value.toPrecision(4)));
    if (at === 0 || typeof first !== "number") return figure;
    const distance = value - first;
    return `${figure} (${distance < 0 ? "−" : "+"}${Number(Math.abs(distance).toPrecision(2))})`;
  });
}

/** A setting's value, cut where it is long. */
export function shown(value: unknown): string {
  const text = value === undefined ? "–" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
