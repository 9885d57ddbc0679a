import type { ComponentChildren } from "preact";

/** A column: its title, what stands in it, and whether it holds numbers. */
export interface Column<Row> {
  readonly title: ComponentChildren;
  readonly number?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
}

/** Rows under a heading that stays in sight; where there are none, `empty` says why. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  chosen = () => false,
  empty,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly chosen?: (row: Row) => boolean;
  readonly empty: string;
}) {
  if (rows.length === 0) return <div class="empty">{empty}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, number }, index) => (
              <th key={index} scope="col" class={number ? "number" : ""}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} class={chosen(row) ? "chosen" : ""}>
              {columns.map(({ cell, number }, index) => (
                <td key={index} class={number ? "number" : ""}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
