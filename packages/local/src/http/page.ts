import * as v from "valibot";

/** What a list's body says of paging and order. */
export interface Paging {
  readonly page?: number | undefined;
  readonly per_page?: number | undefined;
  readonly sort?: string | undefined;
  readonly sort_order?: string | undefined;
}
/** The schema of {@link Paging}. */
export const pagingEntries: {
  readonly page: v.OptionalSchema<v.GenericSchema<unknown, number>, undefined>;
  readonly per_page: v.OptionalSchema<v.GenericSchema<unknown, number>, undefined>;
  readonly sort: v.OptionalSchema<v.GenericSchema<unknown, string>, undefined>;
  readonly sort_order: v.OptionalSchema<v.GenericSchema<unknown, string>, undefined>;
} = {
  page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  per_page: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  sort: v.optional(v.string()),
  sort_order: v.optional(v.string()),
};

/** One page of a list, in the platform's form. */
export function page<T extends { readonly id: number }>(
  rows: readonly T[],
  { page = 1, per_page = 500, sort_order }: Paging,
): { total: number; perPage: number; pagesCount: number; entities: readonly T[] } {
  const sign = sort_order === "desc" ? -1 : 1;
  const sorted = [...rows].sort((a, b) => sign * (a.id - b.id));
  return {
    total: rows.length,
    perPage: per_page,
    pagesCount: Math.max(1, Math.ceil(rows.length / per_page)),
    entities: sorted.slice((page - 1) * per_page, page * per_page),
  };
}
