import { isTrainyardError } from "@trainyard/core";
import { describe, expect, it } from "vitest";
import { parsePresetFile } from "./parse-preset-file.ts";

const whole = `presets:
  - id: acme/detect
    version: 2.1.0
    about: Our line cameras.
    extends: yolo/balanced
    lock: [split]
    rules: { maxEpochs: 200, frameworks: [YOLO] }
    spec:
      model: YOLO/YOLO26s-det
      split: { by: tags, train: train, val: val }
      tune: { epochs: 120, lr0: 1e-4 }
`;
const message = (text: string) => {
  try {
    parsePresetFile(text, "team.presets.yaml");
    return "read";
  } catch (error) {
    if (!isTrainyardError(error, "PRESET_INVALID")) throw error;
    return error.message;
  }
};

describe("a file of presets", () => {
  it("is YAML or JSON with a list of presets", () => {
    const entries = parsePresetFile(whole, "a");
    expect(entries).toMatchObject([{ id: "acme/detect", extends: "yolo/balanced", lock: ["split"] }]);
    expect(parsePresetFile(JSON.stringify({ presets: entries }), "b")).toEqual(entries);
  });

  it.each([
    [whole.replace("2.1.0", "2.1"), "team.presets.yaml:3: presets.0.version: expected a version"],
    [whole.replace("acme/detect", "detect"), "team.presets.yaml:2: presets.0.id: expected an id"],
    [whole.replace("maxEpochs", "maxEpoch"), "team.presets.yaml:7: presets.0.rules.maxEpoch"],
    [whole.replace("    spec:", "    specs:"), "presets.0.spec"],
    [`${whole}more: 1\n`, "team.presets.yaml:12: more"],
    ["presets: [\n", "team.presets.yaml:"],
    ["- 1\n", "team.presets.yaml: "],
    ["", "team.presets.yaml: "],
  ])("that is wrong is told file, line and what is expected (%#)", (text, expected) => {
    expect(message(text)).toContain(expected);
  });
});

describe("a hostile file of presets", () => {
  it("cannot grow by aliases", () => {
    const levels = Array.from(
      { length: 9 },
      (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]`,
    ).slice(1);
    expect(message(`a0: &a0 [x, x]\n${levels.join("\n")}\npresets: []\n`)).toContain("aliases");
  });

  it("cannot be nested without end", () => {
    expect(message(`presets: ${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toContain("nested too deeply");
    expect(message(`presets: ${"[".repeat(40)}${"]".repeat(40)}`)).toContain("nested too deeply");
    expect(message(`presets:\n  ${"- ".repeat(100_000)}x`)).toContain("nested too deeply");
  });

  it("cannot be larger than a preset file ever is", () => {
    expect(message(`# ${"x".repeat(1_000_001)}`)).toContain("longer than 1000000 characters");
  });

  it.each(["__proto__", "constructor", "prototype"])("cannot reach a prototype by %s", (key) => {
    const text = whole.replace("epochs: 120", `${key}: { polluted: true }`);
    expect(message(text)).toContain(`${key} is no name`);
    expect("polluted" in {}).toBe(false);
  });

  it.each(["!!js/function 'function () { throw 1 }'", "!!python/object/apply:os.system [id]", "!custom x"])(
    "cannot make anything but data by a tag: %s",
    (value) => {
      expect(message(whole.replace("Our line cameras.", value))).toContain("team.presets.yaml:4");
    },
  );

  it("cannot use a mapping or a list as a key", () => {
    expect(message("? [a]\n: 1\npresets: []\n")).toContain("team.presets.yaml:1");
  });
});
