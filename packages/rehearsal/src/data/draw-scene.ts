/** An object in a drawn scene, by its box in pixels. */
export interface DrawnObject {
  readonly className: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
/** A scene as SVG, and what is in it. */
export interface Scene {
  readonly svg: string;
  readonly objects: readonly DrawnObject[];
}

/** Size of a scene in pixels. */
export const sceneSize: { readonly width: number; readonly height: number } = { width: 320, height: 240 };

/** The classes of the drawn project, with the colours of their boxes. */
export const sceneClasses: readonly { readonly title: string; readonly color: string }[] = [
  { title: "car", color: "#E53935" },
  { title: "tree", color: "#43A047" },
  { title: "house", color: "#3949AB" },
];

type Random = () => number;
type Draw = (random: Random, left: number, top: number, width: number, height: number) => string;

const pick = <T>(random: Random, items: readonly [T, ...T[]]): T =>
  items[Math.floor(random() * items.length)] ?? items[0];

const drawings: Readonly<Record<string, Draw>> = {
  car: (random, x, y, w, h) => {
    const paint = pick(random, ["#d32f2f", "#f57c00", "#c2185b"] as const);
    const wheel = (cx: number) => `<circle cx="${cx}" cy="${y + h * 0.8}" r="${h * 0.2}" fill="#111"/>`;
    return `<rect x="${x + w * 0.2}" y="${y}" width="${w * 0.55}" height="${h * 0.5}" fill="${paint}"/>
<rect x="${x}" y="${y + h * 0.35}" width="${w}" height="${h * 0.45}" fill="${paint}"/>${wheel(x + w * 0.25)}${wheel(x + w * 0.75)}`;
  },
  tree: (random, x, y, w, h) => {
    const leaf = pick(random, ["#1b5e20", "#2e7d32", "#33691e"] as const);
    return `<rect x="${x + w * 0.4}" y="${y + h * 0.6}" width="${w * 0.2}" height="${h * 0.4}" fill="#5d4037"/>
<ellipse cx="${x + w / 2}" cy="${y + h * 0.35}" rx="${w / 2}" ry="${h * 0.35}" fill="${leaf}"/>`;
  },
  house: (random, x, y, w, h) => {
    const wall = pick(random, ["#eceff1", "#fff9c4", "#e1f5fe"] as const);
    return `<rect x="${x}" y="${y + h * 0.4}" width="${w}" height="${h * 0.6}" fill="${wall}"/>
<polygon points="${x},${y + h * 0.4} ${x + w / 2},${y} ${x + w},${y + h * 0.4}" fill="#283593"/>
<rect x="${x + w * 0.4}" y="${y + h * 0.7}" width="${w * 0.2}" height="${h * 0.3}" fill="#4e342e"/>`;
  },
};

const shapes: Readonly<Record<string, readonly [number, number]>> = {
  car: [70, 36],
  tree: [44, 76],
  house: [84, 80],
};

/** Draws one to four objects on grass under a sky, apart from each other. */
export function drawScene(random: Random): Scene {
  const { width, height } = sceneSize;
  const horizon = Math.round(height * (0.3 + 0.2 * random()));
  const objects: DrawnObject[] = [];
  const parts = [
    `<rect width="${width}" height="${horizon}" fill="${pick(random, ["#bbdefb", "#90caf9", "#cfd8dc"] as const)}"/>`,
    `<rect y="${horizon}" width="${width}" height="${height}" fill="${pick(random, ["#9ccc65", "#aed581", "#c5e1a5"] as const)}"/>`,
  ];
  const wanted = 1 + Math.floor(random() * 4);
  for (let tries = 0; objects.length < wanted && tries < 40; tries++) {
    const title = pick(random, ["car", "tree", "house"] as const);
    const [w, h] = (shapes[title] ?? [40, 40]).map((side) => Math.round(side * (0.8 + 0.5 * random())));
    if (w === undefined || h === undefined) continue;
    const left = Math.round(random() * (width - w - 2));
    const top = Math.round(horizon - h / 2 + random() * (height - horizon - h / 2));
    const box = { className: title, left, top, right: left + w - 1, bottom: top + h - 1 };
    if (top < 1 || box.bottom >= height - 1 || objects.some((other) => near(other, box))) continue;
    objects.push(box);
    parts.push(drawings[title]?.(random, left, top, w, h) ?? "");
  }
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("\n")}</svg>`,
    objects,
  };
}

function near(a: DrawnObject, b: DrawnObject): boolean {
  const gap = 4;
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}
