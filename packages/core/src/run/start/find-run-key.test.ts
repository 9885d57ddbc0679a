import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { Caller } from "../../instance/caller.ts";
import { defaultRuntime } from "../../runtime/runtime.ts";
import { findRunKey } from "./find-run-key.ts";

type Row = Readonly<Record<string, unknown>> & { readonly id: number };

/** An instance that lists these tasks, given newest first, in pages as asked. */
function listing(rows: readonly Row[]) {
  const asked: { page: number; per_page: number }[] = [];
  const paging = v.looseObject({ page: v.number(), per_page: v.number() });
  const unused = () => Promise.reject(new Error("not asked for here"));
  const instance: Caller = {
    address: "http://127.0.0.1",
    runtime: defaultRuntime(),
    call: async (_, body, answer) => {
      const { page, per_page } = v.parse(paging, body);
      asked.push({ page, per_page });
      const entities = rows.slice((page - 1) * per_page, page * per_page);
      return v.parse(answer, { entities, pagesCount: Math.ceil(rows.length / per_page) });
    },
    download: unused,
    upload: unused,
  };
  const find = (age?: number) =>
    findRunKey(instance, 1, "k", { within: 1000, ...(age === undefined ? {} : { age }) });
  return { asked, find };
}
const minutes = (count: number) => new Date(Date.UTC(1999, 0, 1) - count * 60_000).toISOString();
const many = (count: number, createdAt: (at: number) => string | undefined): Row[] =>
  Array.from({ length: count }, (_, at) => ({
    id: 9000 - at,
    description: "another",
    createdAt: createdAt(at),
  }));
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

describe("a look for a run key", () => {
  it("finds every task that carries it at the end of its description, lowest first", async () => {
    const { find } = listing([
      { id: 7, description: "mine [run k] " },
      { id: 6, description: "mine [run kk]" },
      { id: 5, description: "of [run k] a [run z]" },
      { id: 4, description: null },
      { id: 3, description: "[run k]" },
    ]);
    expect(ids(await find())).toEqual([3, 7]);
  });

  it("does not read tasks that are older than the attempt, by the instance's own clock, however wrong ours is", async () => {
    const rows = many(900, minutes);
    const fresh = listing(rows.map((row) => (row.id === 8990 ? { ...row, description: "[run k]" } : row)));
    expect(ids(await fresh.find(60_000))).toEqual([8990]);
    expect(fresh.asked).toEqual([{ page: 1, per_page: 20 }]);
  });

  it("reads on while the tasks may be of the attempt's time, or do not tell theirs", async () => {
    const busy = listing(many(300, () => minutes(0)));
    await busy.find(60_000);
    expect(busy.asked.length).toBe(4);
    const timeless = listing([...many(250, () => undefined), { id: 2, description: "[run k]" }]);
    expect(ids(await timeless.find(60_000))).toEqual([2]);
  });

  it("reads the newest thousand and no more for a key that may be of any day", async () => {
    const { find, asked } = listing(many(5000, minutes));
    await find();
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("finds it on the last page of an instance that sorts the other way", async () => {
    const rows = [...many(150, minutes), { id: 9999, description: "[run k]", createdAt: minutes(0) }];
    expect(ids(await listing(rows.sort((a, b) => a.id - b.id)).find(60_000))).toEqual([9999]);
  });

  it("proves nothing where no task has a description", async () => {
    await expect(listing([{ id: 1 }]).find()).rejects.toMatchObject({ code: "ANSWER_UNEXPECTED" });
    expect(await listing([]).find()).toEqual([]);
  });
});
