import { hyperparameterProblems } from "@trainyard/core/hyperparameters";
import type { Json } from "@trainyard/core/spec";
import { describe, expect, it } from "vitest";
import { yolo } from "./framework.ts";

const found = (tune: Readonly<Record<string, Json>>) =>
  hyperparameterProblems({ tune }, yolo).map(({ code, severity, path }) => `${severity} ${code} ${path}`);
const one = (tune: Readonly<Record<string, Json>>) => hyperparameterProblems({ tune }, yolo)[0];

describe("an argument of ultralytics that the app's file lacks", () => {
  it("is known by name, kind and range, and not judged by how near it is to another", () => {
    expect(
      found({
        dropout: 0.2,
        exist_ok: true,
        auto_augment: "randaugment",
        erasing: 0.4,
        rle: 1,
        augmentations: [],
      }),
    ).toEqual([]);
    expect(found({ dropout: 2, exist_ok: "yes" })).toEqual([
      "error HYPERPARAMETER_RANGE tune.dropout",
      "error HYPERPARAMETER_TYPE tune.exist_ok",
    ]);
    expect(found({ multi_scale: true })).toEqual([]);
    expect(found({ multi_scale: 0.5 })).toEqual([]);
  });

  it("is a warning where the app overwrites it", () => {
    const tune = {
      task: "detect",
      mode: "val",
      model: "a.pt",
      data: "d.yaml",
      device: "cpu",
      project: "p",
      name: "n",
      cache: true,
      save: false,
    };
    expect(found(tune)).toEqual(
      Object.keys(tune).map((name) => `warning HYPERPARAMETER_OVERWRITTEN tune.${name}`),
    );
    expect(one({ mode: "val" })?.message).toBe(
      "The training app sets mode itself: what is said here has no effect.",
    );
  });

  it("is a warning where the trainer drops it, and an error where it refuses it, with the reason", () => {
    expect(found({ label_smoothing: 0.1 })).toEqual(["warning HYPERPARAMETER_UNKNOWN tune.label_smoothing"]);
    expect(one({ fl_gamma: 1.5 })).toMatchObject({
      severity: "error",
      message: expect.stringContaining(
        'ultralytics 8.4.6 has no "fl_gamma" and refuses names that it does not know',
      ),
      hint: "Leave fl_gamma out.",
    });
    expect(one({ dropuot: 0.1 })).toMatchObject({ severity: "error", hint: 'Did you mean "dropout"?' });
    expect(one({ batch_size: 8 })).toMatchObject({ severity: "error", hint: 'Did you mean "batch"?' });
  });
});
