import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { Box } from "../src/data/sample.ts";
import type { Detection } from "../src/detect/detections.ts";
import { measure, overlapThresholds } from "../src/detect/evaluate.ts";
import type { FoundImage } from "../src/detect/match-class.ts";
import { matchClass } from "../src/detect/match-class.ts";
import { precisionCurve } from "../src/detect/precision-curve.ts";
import { seededRandom } from "../src/network/seeded-random.ts";

interface Case {
  readonly name: string;
  readonly classes: number;
  readonly images: readonly FoundImage[];
}
/** Of each class, at each of ten overlaps, the precisions at 101 recalls; -1 where there is nothing to find. */
type Curves = readonly (readonly (readonly number[])[])[];

/** Sides are 1024ths, exact in binary: equal overlaps are equal in both programs. */
const grid = 1024;

function world(
  name: string,
  seed: number,
  { classes = 3, images = 6, truth = 5, found = 8, crowds = 0, scores = 1000, coarse = 16 } = {},
): Case {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const place = (classIndex: number): Box => {
    const [x, y] = [whole(coarse), whole(coarse)];
    const [w, h] = [1 + whole(coarse / 2), 1 + whole(coarse / 2)];
    const unit = 1 / (2 * coarse);
    return { classIndex, x1: x * unit, y1: y * unit, x2: (x + w) * unit, y2: (y + h) * unit };
  };
  const nudge = (box: Box): Box => {
    const by = () => (whole(9) - 4) / grid;
    const [x, y] = [by(), by()];
    return { ...box, x1: box.x1 + x, y1: box.y1 + y, x2: box.x2 + x + 4 / grid, y2: box.y2 + y };
  };
  return {
    name,
    classes,
    images: Array.from({ length: images }, () => {
      const real = Array.from({ length: whole(truth + 1) }, () => ({
        ...place(whole(classes)),
        crowd: random() < crowds,
      }));
      const seen = Array.from({ length: whole(found + 1) }, (): Detection => {
        const near = real[whole(real.length)];
        const box = near === undefined || random() < 0.3 ? place(whole(classes)) : nudge(near);
        return { ...box, confidence: (1 + whole(scores)) / scores };
      });
      return { truth: real, found: seen };
    }),
  };
}

const cases: readonly Case[] = [
  ...Array.from({ length: 40 }, (_, seed) => world(`random ${seed}`, seed)),
  ...Array.from({ length: 20 }, (_, seed) =>
    world(`ties ${seed}`, 100 + seed, { scores: 3, coarse: 4, found: 20 }),
  ),
  ...Array.from({ length: 20 }, (_, seed) => world(`crowds ${seed}`, 200 + seed, { crowds: 0.4, found: 20 })),
  world("no predictions", 300, { found: 0 }),
  world("nothing to find", 301, { truth: 0 }),
  world("only crowds", 302, { crowds: 1 }),
  world("many classes", 303, { classes: 200, images: 30, truth: 20, found: 30 }),
  world("more than a hundred boxes in an image", 304, { classes: 1, found: 400, truth: 60, images: 4 }),
  { name: "no boxes at all", classes: 2, images: [{ truth: [], found: [] }] },
];
const theirs: Curves[] = [];

function asLine({ classes, images }: Case): string {
  const box = ({ x1, y1, x2, y2 }: Box) => [x1, y1, x2 - x1, y2 - y1].map((side) => side * grid);
  return JSON.stringify({
    classes,
    images: images.map(({ truth, found }) => ({
      truth: truth.map((one) => ({ class: one.classIndex, box: box(one), crowd: one.crowd === true })),
      found: found.map((one) => ({ class: one.classIndex, box: box(one), score: one.confidence })),
    })),
  });
}

describe("our evaluation beside pycocotools", () => {
  beforeAll(() => {
    const script = fileURLToPath(new URL("./coco.py", import.meta.url));
    const output = execFileSync(process.env.TRAINYARD_PYTHON ?? "python3", [script], {
      input: cases.map(asLine).join("\n"),
      encoding: "utf8",
      maxBuffer: 2 ** 29,
    });
    for (const line of output.trim().split("\n")) theirs.push(JSON.parse(line).curves);
  }, 120_000);

  it.each(cases.map((one, at) => ({ ...one, at })))("agrees: $name", ({ classes, images, at }) => {
    const curves = Array.from({ length: classes }, (_, index) =>
      overlapThresholds.map(
        (threshold) =>
          precisionCurve(matchClass(images, index, threshold)) ?? Array.from({ length: 101 }, () => -1),
      ),
    );
    const [ours, coco] = [curves.flat(2), (theirs[at] ?? []).flat(2)];
    expect(ours).toHaveLength(coco.length);
    const farthest = ours.reduce((most, value, i) => Math.max(most, Math.abs(value - (coco[i] ?? 9))), 0);
    expect(farthest).toBeLessThan(1e-12);

    const mean = (values: readonly number[]) => {
      const known = values.filter((value) => value > -1);
      return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    const { mAP, AP50, AP75 } = measure(images, classes);
    expect(mAP).toBeCloseTo(mean(coco), 10);
    expect(AP50).toBeCloseTo(mean((theirs[at] ?? []).flatMap((rows) => rows[0] ?? [])), 10);
    expect(AP75).toBeCloseTo(mean((theirs[at] ?? []).flatMap((rows) => rows[5] ?? [])), 10);
  });

  it("finds something in most cases, so that agreeing means something", () => {
    const some = cases.filter(({ images, classes }) => measure(images, classes).AP50 > 0.05);
    expect(some.length).toBeGreaterThan(70);
  });
});
