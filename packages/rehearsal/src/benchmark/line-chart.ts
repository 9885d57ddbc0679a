import { html } from "hono/html";
import type { Html } from "./html.ts";

/** A line of a chart; points lie in 0..1 both ways. */
export interface Line {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Class of the report's style. */
  readonly style: string;
}

const size = { width: 420, height: 300, left: 46, right: 12, top: 12, bottom: 42 };
const ticks = [0, 0.25, 0.5, 0.75, 1];
const x = (value: number) => round(size.left + value * (size.width - size.left - size.right));
const y = (value: number) =>
  round(size.height - size.bottom - value * (size.height - size.top - size.bottom));

/** Lines over a square of 0..1, as a picture that needs no script. */
export function lineChart(about: string, axes: readonly [string, string], lines: readonly Line[]): Html {
  return html`<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${about}">
${ticks.map((at) => html`<path class="grid" d="M${x(at)} ${y(0)}V${y(1)}M${x(0)} ${y(at)}H${x(1)}"/><text x="${x(at)}" y="${y(0) + 16}" text-anchor="middle">${at}</text><text x="${x(0) - 6}" y="${y(at) + 4}" text-anchor="end">${at}</text>`)}
<text x="${x(0.5)}" y="${size.height - 6}" text-anchor="middle">${axes[0]}</text>
<text x="12" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 12 ${y(0.5)})">${axes[1]}</text>
${lines.map(({ points, style }) => html`<polyline class="line ${style}" points="${points.map(([a, b]) => `${x(a)},${y(b)}`).join(" ")}"/>`)}
</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
