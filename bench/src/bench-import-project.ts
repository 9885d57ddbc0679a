import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, preparePlan } from "@trainyard/core";
import { startLocalInstance } from "@trainyard/local";
import sharp from "sharp";

const count = Number(process.argv[2] ?? 5000);
const size = { width: 320, height: 240 };

/** Prints how many photographs a second an import takes in, what memory it peaks at, and how long a plan on them takes. */
async function benchImportProject(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-bench-import-"));
  try {
    await makeProject(join(dir, "photos"));
    await using local = await startLocalInstance({ dir: join(dir, "instance") });
    let peak = 0;
    const began = performance.now();
    const project = await local.importProject(join(dir, "photos"), {
      onProgress: () => {
        peak = Math.max(peak, process.memoryUsage.rss());
      },
    });
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${count} photographs of ${size.width} x ${size.height}: ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second, ${Math.round(peak / 2 ** 20)} MB at most`,
    );
    const planned = performance.now();
    const instance = connect({ address: local.address, token: local.token });
    await preparePlan(
      { project: project.id, model: { from: "pretrained", framework: "YOLO", name: "YOLO26n-det" } },
      instance,
    );
    console.log(`a plan on them: ${Math.round(performance.now() - planned)} ms`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A hundred drawn scenes with noise, as a camera's, many times over. */
async function makeProject(folder: string): Promise<void> {
  await mkdir(join(folder, "d", "img"), { recursive: true });
  await mkdir(join(folder, "d", "ann"), { recursive: true });
  const photos = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const pixels = Buffer.from(
        Array.from(
          { length: size.width * size.height * 3 },
          (_, at) => 90 + 60 * Math.sin(at / 900) + (30 * ((at * 7919) % 97)) / 97,
        ),
      );
      return sharp(pixels, { raw: { ...size, channels: 3 } })
        .jpeg({ quality: 85 })
        .toBuffer();
    }),
  );
  const annotation = JSON.stringify({
    size,
    tags: [],
    objects: [
      {
        classTitle: "car",
        geometryType: "rectangle",
        points: {
          exterior: [
            [1, 1],
            [99, 99],
          ],
          interior: [],
        },
      },
    ],
  });
  await writeFile(
    join(folder, "meta.json"),
    JSON.stringify({ classes: [{ title: "car", shape: "rectangle" }], tags: [] }),
  );
  for (let at = 0; at < count; at++) {
    await writeFile(join(folder, "d", "img", `${at}.jpg`), photos[at % photos.length] ?? "");
    await writeFile(join(folder, "d", "ann", `${at}.jpg.json`), annotation);
  }
}

await benchImportProject();
