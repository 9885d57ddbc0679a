import { describe, expect, it } from "vitest";
import type { Layer } from "../../spec/layer.ts";
import { policyProblems } from "./check-policy.ts";

const acme: Layer = {
  origin: "acme/detect@2.1.0",
  spec: { split: { by: "tags", train: "train", val: "val", untagged: "ignore" }, tune: { epochs: 120 } },
  lock: ["split", "tune.epochs"],
};
const chain = (spec: Layer["spec"]): Layer => ({ origin: "chain", spec });
const found = (layers: readonly Layer[], decided = {}) =>
  policyProblems(layers, { split: "tags", ...decided });

describe("a lock", () => {
  it("refuses a later change and names preset, version and who changed it", () => {
    const [problem] = found([acme, chain({ tune: { epochs: 50 } })]);
    expect(problem).toMatchObject({ code: "LOCKED", path: "tune.epochs", value: 50, origin: "chain" });
    expect(problem?.message).toBe("acme/detect@2.1.0 locks tune.epochs at 120.");
  });

  it("refuses the removal of what it locks", () => {
    expect(found([acme, chain({ split: null })])).toMatchObject([{ code: "LOCKED", path: "split" }]);
  });

  it("lets the same value be said again, other values be changed, and earlier layers say what they like", () => {
    expect(found([acme, chain({ tune: { epochs: 120, batch: 4 } })])).toEqual([]);
    expect(found([chain({ tune: { epochs: 5 } }), acme])).toEqual([]);
  });

  it("of a value that nobody said keeps it unsaid", () => {
    const layer: Layer = { origin: "acme/free@1.0.0", spec: {}, lock: ["agent"] };
    expect(found([layer, chain({ agent: 12 })])).toMatchObject([{ code: "LOCKED", value: 12 }]);
  });
});

describe("a lock of what there is not", () => {
  const hyperparameters = [
    { path: "epochs", kinds: ["int"] },
    { path: "ema.decay", kinds: ["float"] },
  ] as const;
  const locking = (...lock: string[]) =>
    found([{ origin: "acme/typo@1.0.0", spec: {}, lock }], { facts: { hyperparameters } });

  it.each([
    ["splitt", 'Did you mean "split"?'],
    ["tune.epocs", 'Did you mean "epochs"?'],
    ["tune.ema.decoy", 'Did you mean "ema.decay"?'],
  ])("is an error, with what was meant: %s", (path, hint) => {
    expect(locking(path)).toMatchObject([{ code: "LOCK_UNKNOWN", severity: "error", path, hint }]);
  });

  it("is none of a setting, a hyperparameter, a part of one, or what the preset itself sets", () => {
    expect(locking("split", "split.percent", "tune", "tune.epochs", "tune.ema", "task")).toEqual([]);
    expect(
      found([{ origin: "o", spec: { tune: { mine: 1 } }, lock: ["tune.mine"] }], {
        facts: { hyperparameters },
      }),
    ).toEqual([]);
    expect(found([{ origin: "o", spec: {}, lock: ["tune.any"] }])).toEqual([]);
  });
});

describe("rules", () => {
  const rules = { maxEpochs: 100, agents: [12], split: ["tags"] as const, frameworks: ["F"] };
  const layers: readonly Layer[] = [{ origin: "acme/rules@1.0.0", spec: {}, rules }];
  const length = { path: "epochs", unit: "epochs", value: 100 } as const;

  it("pass what they allow, and what is not decided yet", () => {
    expect(found(layers, { agent: 12, framework: "F", length })).toEqual([]);
    expect(found(layers)).toEqual([]);
  });

  it("name all that breaks them at once, with what is allowed", () => {
    const decided = {
      agent: 13,
      framework: "G",
      split: "random",
      length: { ...length, value: 101 },
    } as const;
    expect(found(layers, decided).map(({ message }) => message)).toEqual([
      "acme/rules@1.0.0 allows the agents 12 only, not 13.",
      "acme/rules@1.0.0 allows the frameworks F only, not G.",
      "acme/rules@1.0.0 allows the split methods tags only, not random.",
      "acme/rules@1.0.0 allows 100 epochs at most; this training takes 101.",
    ]);
  });

  it("on epochs say nothing of a framework that counts iterations", () => {
    const iterations = { path: "n_iterations", unit: "iterations", value: 5000 } as const;
    expect(found(layers, { length: iterations })).toEqual([]);
    const both: Layer = { origin: "x/y@1.0.0", spec: {}, rules: { maxIterations: 4000 } };
    expect(found([both], { length: iterations })).toMatchObject([{ path: "tune.n_iterations" }]);
  });
});
