import type { PageImage, PageObject } from "@trainyard/local/page";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Check } from "../../parts/check.tsx";
import { useAnswer } from "../ask.ts";
import { Loading } from "../loading.tsx";

/** An image as large as fits, with its boxes, outlines and masks over it. */
export function DrawnImage({ image, onClose }: { readonly image: PageImage; readonly onClose: () => void }) {
  const answer = useAnswer<readonly PageObject[]>(`/page/images/${image.id}/objects`);
  const [drawn, setDrawn] = useState(true);
  const { width, height, name, id } = image;
  return (
    <section class="card stack" aria-label={name}>
      <header class="row">
        <h3>{name}</h3>
        <span class="muted small">
          {width} × {height}
        </span>
        <span class="push" />
        <Check label="Objects" checked={drawn} onChange={setDrawn} />
        <Button onClick={onClose}>Close</Button>
      </header>
      <Loading answer={answer}>
        {(objects) => (
          <>
            <svg
              class="drawn"
              viewBox={`0 0 ${width} ${height}`}
              role="img"
              aria-label={`${name}: ${said(objects)}`}
            >
              <image href={`/page/images/${id}`} width={width} height={height} />
              {drawn
                ? objects.map((object, at) => <Drawn key={at} object={object} unit={width / 400} />)
                : null}
            </svg>
            <p class="muted small">{said(objects)}</p>
          </>
        )}
      </Loading>
    </section>
  );
}

function said(objects: readonly PageObject[]): string {
  const counts = new Map<string, number>();
  for (const { title } of objects) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts.size === 0
    ? "no objects"
    : [...counts].map(([title, count]) => `${title}: ${count}`).join(", ");
}

function Drawn({ object, unit }: { readonly object: PageObject; readonly unit: number }) {
  const { kind, color, points, holes, title, mask } = object;
  const label = <title>{title}</title>;
  if (mask !== undefined)
    return (
      <image href={mask.url} x={mask.x} y={mask.y} width={mask.width} height={mask.height} opacity={0.55}>
        {label}
      </image>
    );
  if (kind === "point")
    return (
      <g>
        {points.map(([x, y], at) => (
          <circle key={at} cx={x} cy={y} r={3 * unit} fill={color}>
            {label}
          </circle>
        ))}
      </g>
    );
  const line = (ring: readonly (readonly [number, number])[]) =>
    `M${ring.map((point) => point.join(" ")).join("L")}`;
  const area = [points, ...holes].map((ring) => `${line(ring)}Z`).join("");
  return (
    <path
      d={kind === "line" ? line(points) : area}
      fill={kind === "line" ? "none" : color}
      fill-opacity={0.25}
      fill-rule="evenodd"
      stroke={color}
      stroke-width={1.2 * unit}
    >
      {label}
    </path>
  );
}
