import { describe, expect, it } from "vitest";
import { metricsOf } from "./metrics-of.ts";

const read = (...messages: string[]) =>
  metricsOf(
    messages.map((message) => ({ message, level: "info", timestamp: "2026-01-01T00:00:00.000Z" })),
  ).map(({ epoch, name, value }) => `${epoch} ${name} ${value}`);

describe("measured values of a log", () => {
  it.each<[string, string[]]>([
    ["Epoch 3/10: loss 0.214, val AP50 0.640", ["3 loss 0.214", "3 val AP50 0.64"]],
    ["Epoch: 4 train_loss=1.5e-2 mAP50-95: 0.31", ["4 train_loss 0.015", "4 mAP50-95 0.31"]],
    ["iteration 200 total_loss 2.5", ["200 total_loss 2.5"]],
    ["nothing to see", []],
    ["loss of connection 3 times", []],
  ])("are read from a line: %s", (line, points) => {
    expect(read(line)).toEqual(points);
  });

  it("belong to the last epoch that was told", () => {
    expect(read("Epoch 1/2", "box_loss: 0.5", "Epoch 2/2", "box_loss: 0.4")).toEqual([
      "1 box_loss 0.5",
      "2 box_loss 0.4",
    ]);
  });

  it("take no longer for a megabyte", () => {
    expect(read("loss ".repeat(200_000))).toEqual([]);
    expect(read("a ".repeat(990))).toEqual([]);
  });
});
