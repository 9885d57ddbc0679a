import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadPixels } from "../data/load-pixels.ts";
import { Network } from "../network/network.ts";
import { writeBenchmark } from "./write-benchmark.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "benchmark-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const hostile = "<img src=x onerror=alert(1)>\"'&</style></script>";

async function write(classes: readonly string[], options: { boxes?: boolean; speedtest?: boolean } = {}) {
  const { boxes = true, speedtest = false } = options;
  const bytes = await sharp({ create: { width: 90, height: 60, channels: 4, background: "#37a" } })
    .png()
    .toBuffer();
  const file = join(folder, "image");
  await writeFile(file, bytes);
  const name = `${hostile}.png`;
  const sample = {
    name,
    file,
    pixels: await loadPixels(name, bytes),
    boxes: boxes ? [{ classIndex: 0, x1: 0.2, y1: 0.2, x2: 0.6, y2: 0.7 }] : [],
  };
  return writeBenchmark(join(folder, "made"), {
    network: new Network(classes, 1),
    val: [sample],
    speedtest,
    about: { title: hostile, notes: [hostile], facts: [["Project", hostile]] },
    signal: new AbortController().signal,
  });
}
const report = () => readFile(join(folder, "made", "visualizations", "report.html"), "utf8");

describe("the report of an evaluation", () => {
  it("shows hostile names as text, asks for nothing and runs nothing", async () => {
    await write([hostile, "b"]);
    const page = await report();
    expect(page).not.toContain("<img");
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain("<script");
    expect(page.match(/&lt;img src=x onerror=alert\(1\)&gt;/g)?.length).toBeGreaterThan(5);
    expect(page).not.toMatch(/\sstyle=|\son\w+="|url\(|https?:/);
    expect(page).toContain("default-src &#39;none&#39;");
    const pictures = [...page.matchAll(/(?:href|src)="([^"]{0,23})/g)].map(([, target]) => target);
    expect(pictures).toEqual(["data:image/jpeg;base64,"]);
  });

  it("holds the speed test only where it was asked for", async () => {
    expect((await write(["a"]))?.metrics.speed_ms_per_image).toBeUndefined();
    expect(await readdir(join(folder, "made"))).toEqual(["evaluation", "visualizations"]);
    const made = await write(["a"], { speedtest: true });
    expect(made?.metrics.speed_ms_per_image).toBeGreaterThan(0);
    expect(await report()).toContain("ms an image");
    const file = JSON.parse(await readFile(join(folder, "made", "speedtest", "speedtest.json"), "utf8"));
    expect(file.speedtest[0]).toMatchObject({ batch_size: 1, device: "CPU" });
  });

  it("is not written where there is nothing to find", async () => {
    expect(await write(["a"], { boxes: false })).toBeUndefined();
    expect(await readdir(folder)).toEqual(["image"]);
  });

  it("stays readable with a thousand classes", async () => {
    await write(Array.from({ length: 1000 }, (_, at) => `class ${at}`));
    const page = await report();
    expect(page).toContain("975 are left out");
    expect(page.length).toBeLessThan(2 ** 20);
  });
});
