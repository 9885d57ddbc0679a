import { describe, expect, it } from "vitest";
import type { HyperparameterFacts } from "../../spec/framework-facts.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import type { KnownHyperparameters } from "./check-hyperparameters.ts";
import { hyperparameterProblems } from "./check-hyperparameters.ts";

const facts: KnownHyperparameters = {
  hyperparameters: [
    { path: "epochs", kinds: ["int"], default: 100, min: 1 },
    { path: "batch_size", kinds: ["int"], default: 16, min: 1, max: 512 },
    { path: "lr0", kinds: ["float"], default: 0.01, min: 0 },
    { path: "momentum", kinds: ["float"], default: 0.9, min: 0, max: 1 },
    { path: "optimizer", kinds: ["str"], default: "auto", choices: ["auto", "SGD", "AdamW"] },
    { path: "freeze", kinds: ["int", "list", "null"], default: "None" },
    { path: "warmup", kinds: ["int"], default: 3 },
    { path: "amp", kinds: ["bool"], default: true },
    { path: "size", kinds: ["list"], default: [640, 640], min: 32 },
    { path: "ema.decay", kinds: ["float"], default: 0.9999 },
    { path: "ema.warmups", kinds: ["int"], default: 2000 },
    { path: "extra", kinds: ["map"], default: {} },
  ],
  rules: [
    {
      kind: "no-effect",
      keys: ["lr0", "momentum"],
      path: "optimizer",
      is: "auto",
      why: "the app picks both",
    },
    { kind: "together", path: "epochs", keys: ["warmup"], why: "the schedule is counted in epochs" },
    { kind: "at-most", path: "warmup", bound: "epochs", why: "training would end within the warm-up" },
  ],
};

const found = (spec: TrainSpec) =>
  hyperparameterProblems(spec, facts).map(({ code, severity, path }) => `${severity} ${code} ${path}`);
const first = (spec: TrainSpec) => hyperparameterProblems(spec, facts)[0];

describe("hyperparameterProblems() of unknown names", () => {
  it.each([
    ["momentum ", 'Did you mean "momentum" (without the spaces)?'],
    ["Epochs", 'Did you mean "epochs"?'],
    ["epoches", 'Did you mean "epochs"?'],
    ["batch-size", 'Did you mean "batch_size"?'],
    ["momentun", 'Did you mean "momentum"?'],
    ["ecophs", 'Did you mean "epochs"?'],
  ])("takes %j for a slip", (name, hint) => {
    expect(first({ tune: { [name]: 1 } })).toMatchObject({
      code: "HYPERPARAMETER_UNKNOWN",
      severity: "error",
      path: `tune.${name}`,
      hint,
    });
  });

  it.each([
    ["n_iterations", "epochs"],
    ["batch", "batch_size"],
    ["decay", "ema.decay"],
    ["optimizer.lr", "lr0"],
  ])("only warns of %j, which is another word for %j, or its other place", (name, meant) => {
    expect(first({ tune: { [name]: 1 } })).toMatchObject({
      severity: "warning",
      hint: `Did you mean "${meant}"?`,
    });
  });

  it("takes true where a number is, as Python does, and warns of it", () => {
    expect(first({ tune: { batch_size: true } })).toMatchObject({
      code: "HYPERPARAMETER_TYPE",
      severity: "warning",
      message: "batch_size is a number; to Python true is 1.",
    });
  });

  it("only warns of a name that is like none, since makers' parameters may be added by hand", () => {
    expect(found({ tune: { label_smoothing: 0.1 } })).toEqual([
      "warning HYPERPARAMETER_UNKNOWN tune.label_smoothing",
    ]);
  });

  it("finds them in nested objects and in texts, and says where", () => {
    expect(found({ tune: { ema: { decoy: 0.5 } } })).toEqual(["error HYPERPARAMETER_UNKNOWN tune.ema.decoy"]);
    expect(found({ hyperparameters: "epoch: 100\n" })).toEqual([
      "error HYPERPARAMETER_UNKNOWN hyperparameters.epoch",
    ]);
  });

  it("leaves alone what stands within a list or a free mapping, and what tune removes", () => {
    expect(
      found({ tune: { "size.0": 320, extra: { mine: 1 }, "extra.b": 2, amp: null, nothing: null } }),
    ).toEqual([]);
  });
});

describe("hyperparameterProblems() of values", () => {
  it("takes what the facts allow, ints for floats, and the app's own default", () => {
    const tune = { batch_size: 8, "ema.decay": 1, freeze: "None", amp: false, size: [320, 320] };
    expect(found({ tune })).toEqual([]);
  });

  it.each([
    [{ batch_size: "five" }, "batch_size takes a whole number", "Give a whole number."],
    [{ batch_size: 8.5 }, "batch_size takes a whole number", "Give a whole number."],
    [{ amp: 1 }, "amp takes true or false", "Give true or false."],
    [{ size: 640 }, "size takes a list", "Give a list."],
    [
      { "ema.decay": "1e-4" },
      'ema.decay is the text "1e-4" to PyYAML',
      "Give the number 0.0001, without quotes.",
    ],
    [{ ema: 5 }, "ema is a mapping", "Set what is in it: ema.decay, ema.warmups."],
  ])("refuses the kind of %j", (tune, message, hint) => {
    expect(first({ tune })).toMatchObject({
      code: "HYPERPARAMETER_TYPE",
      severity: "error",
      message: expect.stringContaining(message),
      hint,
    });
  });

  it("says how to write a number that PyYAML takes for text", () => {
    expect(first({ hyperparameters: "ema:\n  decay: 1e-4\n" })).toMatchObject({
      code: "HYPERPARAMETER_TYPE",
      path: "hyperparameters.ema.decay",
      value: "1e-4",
      hint: "Write ema.decay: 1.0e-4",
    });
  });

  it("refuses what is no choice, with the nearest one", () => {
    expect(first({ tune: { optimizer: "adamw" } })).toMatchObject({
      code: "HYPERPARAMETER_CHOICE",
      value: "adamw",
      allowed: ["auto", "SGD", "AdamW"],
      hint: 'Did you mean "AdamW"?',
    });
  });

  it.each([
    [{ batch_size: 0 }, "batch_size is from 1 to 512, and 0 is not."],
    [{ batch_size: 513 }, "batch_size is from 1 to 512, and 513 is not."],
    [{ size: [640, 16] }, "size is at least 32, and 16 is not."],
    [{ "ema.decay": Number.NaN, batch_size: -1 }, "batch_size is from 1 to 512, and -1 is not."],
  ])("refuses %j as out of range", (tune, message) => {
    expect(first({ tune })).toMatchObject({ code: "HYPERPARAMETER_RANGE", severity: "error", message });
  });
});

describe("hyperparameterProblems() of values together", () => {
  it("warns of a value that another makes idle, unless it is the default repeated by a whole file", () => {
    expect(found({ tune: { lr0: 0.1 } })).toEqual(["warning HYPERPARAMETER_NO_EFFECT tune.lr0"]);
    expect(found({ tune: { lr0: 0.1, optimizer: "SGD" } })).toEqual([]);
    expect(found({ hyperparameters: "lr0: 0.01\noptimizer: auto\n" })).toEqual([]);
    expect(found({ hyperparameters: "lr0: 0.02\n", tune: { optimizer: "SGD" } })).toEqual([]);
  });

  it("warns when what belongs together is not changed together", () => {
    expect(found({ tune: { epochs: 50 } })).toEqual(["warning HYPERPARAMETERS_TOGETHER tune.epochs"]);
    expect(found({ tune: { epochs: 50, warmup: 2 } })).toEqual([]);
    expect(found({ hyperparameters: "epochs: 100\nwarmup: 3\n" })).toEqual([]);
  });

  it("refuses a value above its bound, whichever of the two was set", () => {
    expect(found({ tune: { warmup: 101 } })).toEqual(["error HYPERPARAMETER_ABOVE tune.warmup"]);
    expect(found({ tune: { epochs: 2 } })).toContain("error HYPERPARAMETER_ABOVE tune.epochs");
    expect(found({ tune: { epochs: 2, warmup: 2 } })).toEqual([]);
  });
});

describe("hyperparameterProblems() without facts", () => {
  const none: readonly HyperparameterFacts[] = [];
  it("says nothing, since nothing is known", () => {
    expect(hyperparameterProblems({ tune: { anything: 1 } }, { hyperparameters: none })).toEqual([]);
  });
});

describe("hyperparameterProblems() of values tuned to their defaults", () => {
  it("are no news: nothing is changed without what goes along, or set in vain", () => {
    expect(found({ tune: { epochs: 100 } })).toEqual([]);
    expect(found({ tune: { lr0: 0.01 } })).toEqual([]);
    expect(found({ tune: { epochs: 90 } })).toEqual(["warning HYPERPARAMETERS_TOGETHER tune.epochs"]);
    expect(found({ tune: { lr0: 0.02 } })).toEqual(["warning HYPERPARAMETER_NO_EFFECT tune.lr0"]);
    expect(found({ tune: { epochs: 90, warmup: 3 } })).toEqual([]);
  });
});
