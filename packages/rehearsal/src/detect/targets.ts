import type { Box } from "../data/sample.ts";
import { boxValues, gridSize } from "../network/network.ts";

const area = gridSize * gridSize;

/**
 * The gradient of the loss with regard to the output before its sigmoid, and the loss of one image.
 * Every value is a probability under cross entropy, so its gradient is output minus target.
 */
export function lossGradient(
  output: Float32Array,
  boxes: readonly Box[],
  gradient: Float32Array,
  scale: number,
): number {
  gradient.fill(0);
  let loss = 0;
  const add = (at: number, target: number, weight: number) => {
    const p = Math.min(1 - 1e-6, Math.max(1e-6, output[at] ?? 0));
    gradient[at] = weight * scale * (p - target);
    loss -= weight * (target * Math.log(p) + (1 - target) * Math.log(1 - p));
  };
  const owners = owningCells(boxes);
  for (let cell = 0; cell < area; cell++) {
    const box = owners.get(cell);
    add(cell, box === undefined ? 0 : 1, box === undefined ? 0.5 : 3);
    if (box === undefined) continue;
    const centreX = ((box.x1 + box.x2) / 2) * gridSize;
    const centreY = ((box.y1 + box.y2) / 2) * gridSize;
    add(area + cell, centreX - (cell % gridSize), 2);
    add(2 * area + cell, centreY - Math.floor(cell / gridSize), 2);
    add(3 * area + cell, box.x2 - box.x1, 6);
    add(4 * area + cell, box.y2 - box.y1, 6);
    const classes = output.length / area - boxValues;
    for (let c = 0; c < classes; c++) add((boxValues + c) * area + cell, c === box.classIndex ? 1 : 0, 1);
  }
  return loss;
}

/** Each box belongs to the cell that holds its centre; of two in one cell, the smaller is harder and wins. */
function owningCells(boxes: readonly Box[]): ReadonlyMap<number, Box> {
  const owners = new Map<number, Box>();
  const bySize = [...boxes].sort((a, b) => size(b) - size(a));
  for (const box of bySize) {
    const x = Math.min(gridSize - 1, Math.floor(((box.x1 + box.x2) / 2) * gridSize));
    const y = Math.min(gridSize - 1, Math.floor(((box.y1 + box.y2) / 2) * gridSize));
    owners.set(y * gridSize + x, box);
  }
  return owners;
}

function size(box: Box): number {
  return (box.x2 - box.x1) * (box.y2 - box.y1);
}
