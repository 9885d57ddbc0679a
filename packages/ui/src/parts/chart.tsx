import { useEffect, useRef } from "preact/hooks";
import type UPlot from "uplot";
import type { ChartLine } from "./chart-line.ts";

/** Lines over a common axis, drawn by uPlot, which is loaded with the first chart. Values stand in a table as well. */
export function Chart({
  title,
  lines,
  axis,
}: {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly axis: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  const last = lines.map(({ name, points }) => `${name} ${points.at(-1)?.[1].toPrecision(4) ?? "none"}`);
  useEffect(() => {
    let plot: UPlot | undefined;
    let gone = false;
    void import("./draw-chart.ts").then(({ drawChart }) => {
      if (!gone && place.current !== null) plot = drawChart(place.current, lines, axis);
    });
    return () => {
      gone = true;
      plot?.destroy();
    };
  }, [lines, axis]);
  return (
    <figure class="chart">
      <figcaption class="row">
        <h3>{title}</h3>
        <span class="legend muted small">
          {last.map((text, index) => (
            <span key={text}>
              <span class={`dot line-${index % 8}`} />
              {text}
            </span>
          ))}
        </span>
      </figcaption>
      <div ref={place} role="img" aria-label={`${title}: ${last.join(", ")}`} />
    </figure>
  );
}
