import type { ArchitectureLaw } from "./law.ts";
import { ROOT_FILES } from "./law.ts";

/** The layers of each house, lowest first, as CONTRIBUTING writes them: `spec ← plan ← root files`. */
export function formatLayers({ units }: ArchitectureLaw): string {
  const lines = Object.entries(units).flatMap(([unit, { layers, within = {} }]) => [
    ...(layers === undefined ? [] : [`${unit}: ${arrows(layers)}`]),
    ...Object.entries(within).map(([folder, inner]) => `${unit}/${folder}: ${arrows(inner)}`),
  ]);
  return lines.join("\n");
}

function arrows(layers: readonly (readonly string[])[]): string {
  return layers
    .map((layer) => layer.map((folder) => (folder === ROOT_FILES ? "root files" : folder)).join(", "))
    .join(" ← ");
}
