import { describe, expect, it } from "vitest";
import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import { random, tags } from "../../spec/make-split.ts";
import { tagsSplitProblems } from "./tags-split.ts";

const known: FrameworkFacts = {
  name: "Old",
  app: "Train Old",
  release: "v1.0.40",
  sdk: "6.73.510",
  models: [],
  hyperparameters: [],
  exports: [],
  autostart: true,
  projectType: "images",
};
const module = { id: 7, name: "Train Old", version: "v1.0.40", files: {} };
const byTags = tags("train", "val");
const codes = (...args: Parameters<typeof tagsSplitProblems>) =>
  Array.from(tagsSplitProblems(...args), ({ code }) => code);

describe("a split by tags", () => {
  it("is warned of, with versions and a day, where the instance's app is known to be built on an SDK before 6.74.34", () => {
    const [problem] = tagsSplitProblems(byTags, module, known);
    expect(problem).toMatchObject({ code: "TAGS_SPLIT_UNSUPPORTED", severity: "warning", path: "split" });
    expect(problem?.message).toBe(
      "Train Old v1.0.40 is built on the platform's SDK 6.73.510, and apps built before 6.74.34 (2026-09-03) never accept a split by tags: the task would sit idle on its GPU.",
    );
    expect(problem?.hint).toMatch(/collections or datasets/);
  });

  it("is warned of for an older release of the app, and one that does not say its own", () => {
    for (const version of ["v1.0.39", "v0.9", "a-branch"])
      expect(codes(byTags, { ...module, version }, known)).toEqual(["TAGS_SPLIT_UNSUPPORTED"]);
    const { version: _, ...unversioned } = module;
    expect(codes(byTags, unversioned, known)).toEqual(["TAGS_SPLIT_UNSUPPORTED"]);
  });

  it("is not warned of where nothing is known of the app's SDK, or it is a mended one", () => {
    const { sdk: _, ...without } = known;
    expect(codes(byTags, module, without)).toEqual([]);
    expect(codes(byTags, module, undefined)).toEqual([]);
    for (const sdk of ["6.74.34", "6.74.51", "6.75.1", "7.0.0"])
      expect(codes(byTags, module, { ...known, sdk })).toEqual([]);
    expect(codes(byTags, module, { ...known, sdk: "6.74.33" })).toEqual(["TAGS_SPLIT_UNSUPPORTED"]);
  });

  it("is not warned of for a newer release of the app, an app of another name, or another split", () => {
    expect(codes(byTags, { ...module, version: "v1.0.41" }, known)).toEqual([]);
    expect(codes(byTags, { ...module, name: "Train Old (rehearsal)" }, known)).toEqual([]);
    expect(codes(random(20), module, known)).toEqual([]);
    expect(codes(undefined, module, known)).toEqual([]);
  });
});
