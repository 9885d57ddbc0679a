import * as v from "valibot";
import { ApiError } from "../store/api-error.ts";
import type { Condition } from "./select-rows.ts";
import { compare, fieldOf, filterSchema, selectRows } from "./select-rows.ts";

/** What a list's body says of its rows: which, in what order, and which page of them. */
export interface Paging {
  readonly page?: number | undefined;
  readonly per_page?: number | undefined;
  readonly sort?: string | undefined;
  readonly sort_order?: string | undefined;
  readonly filter?: readonly Condition[] | undefined;
  /** `token` asks for pages by `after` instead of by number. */
  readonly pagination_mode?: string | undefined;
  readonly after?: string | null | undefined;
}
type Optional<T> = v.OptionalSchema<v.GenericSchema<unknown, T>, undefined>;
/** The schema of {@link Paging}. */
export const pagingEntries: {
  readonly page: Optional<number>;
  readonly per_page: Optional<number>;
  readonly sort: Optional<string>;
  readonly sort_order: Optional<string>;
  readonly filter: Optional<readonly Condition[]>;
  readonly pagination_mode: Optional<string>;
  readonly after: Optional<string | null>;
} = {
  page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  per_page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  sort: v.optional(v.string()),
  sort_order: v.optional(v.picklist(["asc", "desc"])),
  filter: v.optional(filterSchema),
  pagination_mode: v.optional(v.string()),
  after: v.optional(v.nullable(v.string())),
};

/** One page of a list. */
export interface Page<T> {
  readonly total: number;
  readonly perPage: number;
  readonly pagesCount: number;
  readonly entities: readonly T[];
  /** What to ask the next page with; null on the last one. Only where pages are asked for so. */
  readonly after?: string | null;
}

/** One page of the rows that the body's filter leaves, in its order. Rows of one value stay in the order of ids. */
export function page<T extends { readonly id: number }>(rows: readonly T[], body: Paging): Page<T> {
  const { per_page: perPage = 500, sort = "id", sort_order } = body;
  const sign = sort_order === "desc" ? -1 : 1;
  const chosen = selectRows(rows, body.filter ?? []);
  const sorted =
    sort === "id" ? [...chosen].sort((a, b) => sign * (a.id - b.id)) : sortedBy(chosen, sort, sign);
  const start = startOf(body, perPage);
  const end = start + perPage;
  const token = body.pagination_mode === "token" || typeof body.after === "string";
  return {
    total: sorted.length,
    perPage,
    pagesCount: Math.max(1, Math.ceil(sorted.length / perPage)),
    entities: sorted.slice(start, end),
    ...(token ? { after: end < sorted.length ? String(end) : null } : {}),
  };
}

function sortedBy<T extends { readonly id: number }>(rows: readonly T[], field: string, sign: number): T[] {
  return rows
    .map((row) => ({ row, value: fieldOf(row, field) }))
    .sort((a, b) => sign * (compare(a.value, b.value) || a.row.id - b.row.id))
    .map(({ row }) => row);
}

function startOf({ page: number = 1, after }: Paging, perPage: number): number {
  if (typeof after !== "string") return (number - 1) * perPage;
  if (!/^\d{1,9}$/.test(after)) throw new ApiError(400, "after: no page of this list was given with it");
  return Number(after);
}
