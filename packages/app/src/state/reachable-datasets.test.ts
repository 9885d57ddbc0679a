import { describe, expect, it } from "vitest";
import { reachableDatasets } from "./reachable-datasets.ts";

const row = (id: number, parentId: number | null) => ({ id, parentId });

describe("the datasets of a project's tree", () => {
  it("are those at the top and all below them", () => {
    const rows = [row(3, 2), row(1, null), row(2, 1), row(4, null)];
    expect([...reachableDatasets(rows)].sort()).toEqual([1, 2, 3, 4]);
  });

  it("are none whose parent is gone, nor what hangs below them, nor a ring", () => {
    const rows = [row(1, null), row(2, 99), row(3, 2), row(4, 5), row(5, 4)];
    expect([...reachableDatasets(rows)]).toEqual([1]);
  });
});
