import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { page, pagingEntries } from "./page.ts";

const rows = [3, 1, 5, 2, 4].map((id) => ({ id }));
const ids = (body: Parameters<typeof page>[1]) => page(rows, body).entities.map(({ id }) => id);

describe("a page of a list", () => {
  it("is in the order of ids, or the reverse", () => {
    expect(ids({})).toEqual([1, 2, 3, 4, 5]);
    expect(ids({ sort: "id", sort_order: "desc" })).toEqual([5, 4, 3, 2, 1]);
  });

  it("holds its share; all pages together hold each row once", () => {
    const pages = [1, 2, 3].map((number) => ids({ page: number, per_page: 2 }));
    expect(pages).toEqual([[1, 2], [3, 4], [5]]);
  });

  it("says how many rows and pages there are", () => {
    expect(page(rows, { page: 2, per_page: 2 })).toMatchObject({ total: 5, perPage: 2, pagesCount: 3 });
  });

  it("is empty after the last one", () => {
    expect(ids({ page: 4, per_page: 2 })).toEqual([]);
  });

  it("is one empty page for an empty list", () => {
    expect(page([], {})).toEqual({ total: 0, perPage: 500, pagesCount: 1, entities: [] });
  });

  it("leaves the given rows as they are", () => {
    page(rows, {});
    expect(rows.map(({ id }) => id)).toEqual([3, 1, 5, 2, 4]);
  });
});

describe("what a body says of paging", () => {
  const accepts = (body: unknown) => v.is(v.looseObject(pagingEntries), body);

  it("may be left out", () => {
    expect(accepts({})).toBe(true);
  });

  it.each([{ page: 0 }, { page: 1.5 }, { page: "1" }, { per_page: 0 }, { per_page: 1001 }])(
    "is refused when it makes no page: %o",
    (body) => {
      expect(accepts(body)).toBe(false);
    },
  );
});
