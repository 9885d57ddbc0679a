import { isTrainyardError } from "@trainyard/core";
import { describe, expect, it } from "vitest";
import { namedPresets } from "../named-presets.ts";
import type { PresetEntry } from "./preset-entry.ts";
import { presetEntry } from "./preset-entry.ts";
import { resolvePresets } from "./resolve-presets.ts";

const known = namedPresets;
const entry = (id: string, more: Partial<PresetEntry> = {}) => ({
  entry: { id, version: "1.0.0", about: "Ours.", spec: {}, ...more },
  source: "team.presets.yaml",
});
const failure = (...entries: Parameters<typeof resolvePresets>[0]) => {
  try {
    resolvePresets(entries, known);
    return "resolved";
  } catch (error) {
    if (!isTrainyardError(error)) throw error;
    return `${error.code} ${error.message}`;
  }
};

describe("presets of files", () => {
  it("are laid over the parents they name, in the file or known already, in any order", () => {
    const [line, base] = resolvePresets(
      [
        entry("acme/line", { extends: "acme/base", spec: { tune: { epochs: 9 } } }),
        entry("acme/base", { extends: "yolo/balanced", spec: { tune: { batch: 4 } } }),
      ],
      known,
    );
    expect(line?.spec.tune).toEqual({ epochs: 9, batch: 4 });
    expect(line?.parents).toEqual(["acme/base@1.0.0", "yolo/balanced@1.0.0"]);
    expect(line?.extends).toBe(base);
  });

  it("take the newest version of a parent, or the one they name", () => {
    const versions = ["1.2.0", "1.10.0"].map((version) =>
      entry("acme/base", { version, spec: { tune: { from: version } } }),
    );
    const [, , newest, exact] = resolvePresets(
      [
        ...versions,
        entry("acme/new", { extends: "acme/base" }),
        entry("acme/old", { extends: "acme/base@1.2.0" }),
      ],
      [],
    );
    expect([newest?.spec.tune, exact?.spec.tune]).toEqual([{ from: "1.10.0" }, { from: "1.2.0" }]);
  });

  it("that extend each other in a circle are refused with the chain", () => {
    expect(failure(entry("a/a", { extends: "a/b" }), entry("a/b", { extends: "a/a" }))).toContain(
      "a/a@1.0.0 extends a/b@1.0.0 extends a/a@1.0.0",
    );
    expect(failure(entry("a/a", { extends: "a/a" }))).toContain("a/a@1.0.0 extends a/a@1.0.0");
  });

  it("without their parent are refused with the chain", () => {
    expect(failure(entry("a/b", { extends: "a/a" }), entry("a/a", { extends: "a/none" }))).toBe(
      'PRESET_INVALID team.presets.yaml: there is no preset "a/none": a/b@1.0.0 extends a/a@1.0.0 extends a/none. Mend the place that the message names.',
    );
  });

  it("that change what a parent locks are refused", () => {
    const base = entry("a/base", { lock: ["tune.epochs"], spec: { tune: { epochs: 5 } } });
    const text = failure(base, entry("a/b", { extends: "a/base", spec: { tune: { epochs: 6 } } }));
    expect(text).toContain("a/base@1.0.0 locks tune.epochs at 5");
  });

  it("with a setting that does not exist, or a value of the wrong form, are refused by name", () => {
    expect(failure(entry("a/b", { spec: { tuen: {} } }))).toContain('Did you mean "tune"?');
    expect(failure(entry("a/b", { spec: { split: "random(90)" } }))).toContain("{ by: random, percent: 90 }");
    expect(failure(entry("a/b", { spec: { tuen: null } }))).toContain("there is no setting tuen");
    expect(failure(entry("a/b", { spec: { split: { by: "random", percent: 100 } } }))).toContain("1 to 99");
    expect(failure(entry("a/b", { spec: [] }))).toContain("expected settings by name");
  });

  it("may stand twice when they are the same, and are refused when they differ", () => {
    const twice = [entry("a/b", { spec: { benchmark: true } }), entry("a/b", { spec: { benchmark: true } })];
    expect(resolvePresets(twice, [])).toHaveLength(1);
    expect(failure(entry("a/b"), entry("a/b", { about: "Other." }))).toMatch(
      /^PRESET_CHANGED a\/b@1.0.0 stands/,
    );
  });

  it("may repeat a known preset word for word, and no other way", () => {
    const smoke = known[0];
    if (smoke === undefined) throw new Error("there are presets");
    const same = { entry: presetEntry(smoke), source: "x" };
    expect(resolvePresets([same], known)).toHaveLength(1);
    const other = { entry: { ...same.entry, spec: { benchmark: true } }, source: "x" };
    expect(failure(other)).toContain(`PRESET_CHANGED ${smoke.id}@1.0.0 in x says something else`);
  });

  it("may be written in the short form", () => {
    const spec = { model: "YOLO/YOLO26s-det", split: { by: "tags", train: "a", val: "b" }, speedtest: null };
    expect(resolvePresets([entry("a/b", { spec })], [])[0]?.spec).toEqual({
      model: { from: "pretrained", framework: "YOLO", name: "YOLO26s-det" },
      split: { by: "tags", train: "a", val: "b", untagged: "train" },
      speedtest: null,
    });
  });
});
