import { expectTypeOf } from "expect-type";
import type { Framework, ModelPreset, Preset, PresetName } from "./index.ts";
import { definePreset, describePreset, findPreset, frameworks, listPresets, yoloPresets } from "./index.ts";

// A preset with a model takes the chain's step; one without leaves it open.
expectTypeOf(
  definePreset({ id: "acme/detect", about: "Our cameras.", extends: yoloPresets.balanced, spec: {} }),
).toEqualTypeOf<ModelPreset>();
expectTypeOf(definePreset({ id: "acme/split", about: "Our split.", spec: {} })).toEqualTypeOf<Preset>();
// @ts-expect-error a preset says what it is about
definePreset({ id: "acme/detect", spec: {} });

expectTypeOf<"yolo/fast">().toExtend<PresetName>();
expectTypeOf<"yolo/fastt">().not.toExtend<PresetName>();
expectTypeOf(findPreset("yolo/fast")).toExtend<Preset | undefined>();
expectTypeOf(listPresets()).items.toExtend<Preset>();
expectTypeOf(describePreset("yolo/fast")).toEqualTypeOf<string>();
expectTypeOf(frameworks).items.toEqualTypeOf<Framework>();
