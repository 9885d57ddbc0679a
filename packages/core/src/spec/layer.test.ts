import { describe, expect, it } from "vitest";
import { foldLayers, saidFor } from "./layer.ts";

const layers = [
  { origin: "acme/detect@2.1.0", spec: { tune: { epochs: 120, "optimizer.lr": 0.1 }, benchmark: true } },
  { origin: "chain", spec: { tune: { epochs: 50 }, benchmark: null } },
];

describe("layers of a spec", () => {
  it("add up, later ones winning", () => {
    expect(foldLayers(layers)).toEqual({ tune: { epochs: 50, "optimizer.lr": 0.1 } });
  });

  it("tell who said what for a path, newest first", () => {
    expect(saidFor(layers, "tune.epochs")).toEqual([
      { origin: "chain", value: 50 },
      { origin: "acme/detect@2.1.0", value: 120 },
    ]);
    expect(saidFor(layers, "tune.optimizer.lr")).toEqual([{ origin: "acme/detect@2.1.0", value: 0.1 }]);
    expect(saidFor(layers, "benchmark")[0]).toEqual({ origin: "chain", value: null });
    expect(saidFor(layers, "split")).toEqual([]);
  });
});
