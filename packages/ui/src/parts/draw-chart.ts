import "uplot/dist/uPlot.min.css";
import UPlot from "uplot";
import type { ChartLine } from "./chart-line.ts";

/** Draws lines into a box, as wide as it is, in the colours of the page. */
export function drawChart(place: HTMLElement, lines: readonly ChartLine[], axis: string): UPlot {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const steps = [...new Set(lines.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const values = lines.map(({ points }) => {
    const at = new Map(points);
    return steps.map((x) => at.get(x) ?? null);
  });
  const axes = {
    stroke: colour("--muted"),
    grid: { stroke: colour("--line"), width: 1 },
    font: "12px sans-serif",
  };
  return new UPlot(
    {
      width: Math.max(place.clientWidth, 200),
      height: 170,
      scales: { x: { time: false } },
      legend: { show: false },
      cursor: { y: false },
      axes: [
        { ...axes, label: axis, labelSize: 16, labelFont: "12px sans-serif" },
        { ...axes, size: 52 },
      ],
      series: [
        {},
        ...lines.map(({ name }, index) => ({
          label: name,
          stroke: colour(`--line-${index % 8}`),
          width: 2,
          spanGaps: true,
          points: { show: steps.length < 40, size: 5 },
        })),
      ],
    },
    [steps, ...values],
    place,
  );
}
