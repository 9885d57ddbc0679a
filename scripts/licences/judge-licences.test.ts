import { describe, expect, it } from "vitest";
import { judgeLicences } from "./judge-licences.ts";
import { printLicences } from "./print-licences.ts";

describe("licences of what is installed", () => {
  it("lets permissive ones pass, also as one of a choice", () => {
    expect(judgeLicences({ MIT: ["a"], "(MPL-2.0 OR Apache-2.0)": ["b"] })).toEqual([]);
  });

  it("names each package whose licence is new, and one that has an agreed licence without being agreed to", () => {
    const problems = judgeLicences({ "GPL-3.0": ["c", "d"], "MPL-2.0": ["axe-core", "e"], Unknown: ["f"] });
    expect(problems.map((problem) => problem.split(" has ")[0])).toEqual(["c", "d", "e", "f"]);
  });

  it("lists a package once: as users' where they install it", () => {
    const page = printLicences({ MIT: ["ours"] }, { ISC: ["theirs"], MIT: ["ours"] });
    expect(page.match(/`ours`/g)).toHaveLength(1);
    expect(page).toContain("**ISC:** `theirs`.");
  });
});
