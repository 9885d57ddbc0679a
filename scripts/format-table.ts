/** Rows of equal keys as an aligned text table; numbers to the right. */
export function formatTable<Row extends object>(rows: readonly Row[]): string {
  const first = rows[0];
  if (first === undefined) return "";
  const cells = [Object.keys(first), ...rows.map((row) => Object.values(row).map(String))];
  const values: readonly unknown[] = Object.values(first);
  const widths = values.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const format = (row: readonly string[]): string =>
    row
      .map((cell, i) =>
        typeof values[i] === "number" ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return cells.map(format).join("\n");
}
