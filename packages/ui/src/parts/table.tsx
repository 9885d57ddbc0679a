import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "./button.tsx";

/** A column: its title, what stands in it, whether it holds numbers, and what its rows can be ordered by. */
export interface Column<Row> {
  readonly title: ComponentChildren;
  readonly number?: boolean;
  readonly cell: (row: Row) => ComponentChildren;
  /** Given, a press on the title orders the rows by it. */
  readonly by?: (row: Row) => string | number;
}

/** Rows under a heading that stays in sight; where there are none, `empty` says why. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  chosen = () => false,
  empty,
  perPage = Number.POSITIVE_INFINITY,
}: {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly chosen?: (row: Row) => boolean;
  readonly empty: string;
  /** More rows than these are shown page by page. */
  readonly perPage?: number;
}) {
  const [order, setOrder] = useState<{ readonly at: number; readonly down: boolean } | null>(null);
  const [asked, setPage] = useState(0);
  if (rows.length === 0) return <div class="empty">{empty}</div>;
  const by = order === null ? undefined : columns[order.at]?.by;
  const ordered = by === undefined ? rows : [...rows].sort((a, b) => compare(by(a), by(b), order?.down));
  const pages = Math.max(1, Math.ceil(rows.length / perPage));
  const page = Math.min(asked, pages - 1);
  const shown = pages === 1 ? ordered : ordered.slice(page * perPage, (page + 1) * perPage);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class={pages === 1 ? "scroll" : "scroll paged"} tabIndex={0} aria-label={label}>
        <table>
          <thead>
            <tr>
              {columns.map(({ title, number, by: sortable }, at) => {
                const sorted = order?.at === at ? (order.down ? "descending" : "ascending") : undefined;
                return (
                  <th
                    key={at}
                    scope="col"
                    class={number ? "number" : ""}
                    {...(sorted === undefined ? {} : { "aria-sort": sorted })}
                  >
                    {sortable === undefined ? (
                      title
                    ) : (
                      <button
                        type="button"
                        class="sort"
                        onClick={() => setOrder({ at, down: sorted === "ascending" })}
                      >
                        {title}
                        <span aria-hidden="true">{marks[sorted ?? "none"]}</span>
                      </button>
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
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
      {pages === 1 ? null : (
        <nav class="row" aria-label={`Pages of ${label}`}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <span class="muted small">
            Page {page + 1} of {pages}
          </span>
          <Button disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </nav>
      )}
    </>
  );
}

const marks = { ascending: " ↑", descending: " ↓", none: " ↕" };

function compare(a: string | number, b: string | number, down = false): number {
  const order =
    typeof a === "number" && typeof b === "number"
      ? a - b
      : String(a).localeCompare(String(b), undefined, { numeric: true });
  return down ? -order : order;
}
