import { parseAsPyYaml, pyToJson } from "@trainyard/core/hyperparameters";
import { deim, maskDino, mvd, rtDetrv2, yolo } from "@trainyard/presets";
import { describe, expect, it } from "vitest";
import { readSchedule, withDefaults } from "./schedule.ts";

const defaults = (text: string) => ({ ...Object(pyToJson(parseAsPyYaml(text))) });

describe("readSchedule()", () => {
  it("takes each framework's own keys for length and batch", () => {
    const read = { asked: 3, epochs: 3, length: 3, perEpoch: 1, batchSize: 2, seed: 0 };
    expect(readSchedule(yolo, { epochs: 3, batch: 2, seed: 0 }, 10)).toMatchObject(read);
    expect(readSchedule(rtDetrv2, { epoches: 3, batch_size: 2 }, 10)).toMatchObject(read);
    expect(readSchedule(mvd, { epochs: 3, batch_size: 2 }, 10)).toMatchObject(read);
  });

  it("counts iterations as steps, and stops in the middle of an epoch", () => {
    const few = readSchedule(maskDino, { n_iterations: 3, batch_size: 2 }, 10);
    expect(few).toMatchObject({ asked: 3, length: 3, epochs: 1, perEpoch: 5, steps: 3 });
    const many = readSchedule(maskDino, defaults(maskDino.hyperparametersText), 10);
    expect(many).toMatchObject({ asked: 5000, length: 125, epochs: 25, perEpoch: 5, steps: 125 });
  });

  it("changes the rate as the framework's was changed, a nested one too, and not where it has no effect", () => {
    const rate = (framework: typeof yolo, change: Record<string, unknown>) =>
      readSchedule(framework, { ...defaults(framework.hyperparametersText), ...change }, 10).learningRate /
      0.004;
    expect(rate(rtDetrv2, {})).toBe(1);
    expect(rate(rtDetrv2, { optimizer: { lr: 0.0002 } })).toBeCloseTo(2);
    expect(rate(mvd, { lr: "6e-5" })).toBeCloseTo(0.1);
    expect(rate(yolo, { lr0: 0.02 })).toBe(1);
    expect(rate(yolo, { lr0: 0.02, optimizer: "SGD" })).toBeCloseTo(2);
    expect(rate(yolo, { lr0: 0.9, optimizer: "SGD" })).toBe(10);
    expect(rate(deim, { optimizer: { lr: 0.1 } })).toBe(1);
  });

  it("refuses a rate that is text to PyYAML and that the framework takes for a number only, and says how to write it", () => {
    const values = { ...defaults(yolo.hyperparametersText), lr0: "1e-4" };
    expect(() => readSchedule(yolo, values, 10)).toThrow(
      'The hyperparameter lr0 must be a number; to PyYAML it is the text "1e-4". Write 0.0001.',
    );
    expect(() => readSchedule(yolo, { ...values, lr0: "fast" }, 10)).toThrow('it is the text "fast".');
  });

  it("lets a framework that chooses its batch do so, and refuses what cannot be trained", () => {
    expect(readSchedule(yolo, { epochs: 1, batch: -1 }, 10).batchSize).toBe(4);
    expect(() => readSchedule(yolo, { epochs: 1, batch: 0 }, 10)).toThrow("batch must be a whole number");
    expect(() => readSchedule(rtDetrv2, { epoches: 1, batch_size: -1 }, 10)).toThrow("batch_size");
    expect(() => readSchedule(yolo, { epochs: "5", batch: 1 }, 10)).toThrow('not "5"');
    expect(() => readSchedule(rtDetrv2, { epochs: 5, batch_size: 1 }, 10)).toThrow("epoches");
  });

  it("takes the app's defaults for what the hyperparameters leave out, and says which", () => {
    const { values, filledIn } = withDefaults(yolo, { epochs: 3, lr0: 0.01 });
    expect(filledIn).toEqual([{ path: "batch", value: 16 }]);
    expect(readSchedule(yolo, values, 10)).toMatchObject({ asked: 3 });
    expect(withDefaults(yolo, { epochs: 3, batch: 2 }).filledIn).toEqual([]);
  });
});
