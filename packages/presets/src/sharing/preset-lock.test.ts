import { isTrainyardError } from "@trainyard/core";
import { describe, expect, it } from "vitest";
import { definePreset } from "../define-preset.ts";
import { parsePresetLock, pinnedPresets, pinPresets, presetHash } from "./preset-lock.ts";

const make = (version: string, epochs: number, about = "Ours.") =>
  definePreset({ id: "acme/detect", version, about, spec: { tune: { epochs } } });
const code = (work: () => unknown) => {
  try {
    work();
    return "held";
  } catch (error) {
    return isTrainyardError(error) ? error.code : "other";
  }
};

describe("a lock", () => {
  it("pins the newest version of each preset, and gives just those when read back", () => {
    const presets = [make("1.9.0", 9), make("1.10.0", 10)];
    const lock = parsePresetLock(JSON.stringify(pinPresets(presets)), "presets.lock.json");
    expect(Object.entries(lock.presets).map(([id, { version }]) => [id, version])).toEqual([
      ["acme/detect", "1.10.0"],
    ]);
    const later = [...presets, make("2.0.0", 200)];
    expect(pinnedPresets(later, lock)).toEqual([presets[1]]);
  });

  it("refuses a preset that says something else under the same version, but not other words about it", () => {
    const lock = pinPresets([make("1.0.0", 5)]);
    expect(code(() => pinnedPresets([make("1.0.0", 5, "Reworded.")], lock))).toBe("held");
    expect(code(() => pinnedPresets([make("1.0.0", 6)], lock))).toBe("PRESET_CHANGED");
    expect(code(() => pinnedPresets([make("1.0.1", 5)], lock))).toBe("PRESET_UNKNOWN");
  });

  it("sees a change in a parent", () => {
    const child = (epochs: number) =>
      definePreset({
        id: "acme/line",
        about: "x",
        extends: make("1.0.0", epochs),
        spec: { benchmark: true },
      });
    expect(presetHash(child(5))).not.toBe(presetHash(child(6)));
  });

  it("that is no lock is refused", () => {
    expect(() => parsePresetLock("{", "x.json")).toThrow("x.json is not JSON");
    expect(() => parsePresetLock('{"lockVersion":2,"presets":{}}', "x.json")).toThrow("x.json.lockVersion");
  });
});
