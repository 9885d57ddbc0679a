import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProject } from "./read-project.ts";

const meta = { classes: [{ title: "car", shape: "rectangle" }], tags: [{ name: "val" }] };
let root: string;

const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#246" } })
    .png()
    .toBuffer();

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "trainyard-project-"));
  write("meta.json", JSON.stringify(meta));
  write("streets/img/a.png", await png(8, 6));
  write("streets/ann/a.png.json", JSON.stringify({ tags: [{ name: "val" }], objects: [], extra: 1 }));
  write("streets/datasets/night/img/b.png", await png(4, 4));
  write("empty/datasets/deep/datasets/deeper/img/c.png", await png(2, 2));
  write("notes/readme.txt", "not a dataset");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("reading a project folder", () => {
  it("finds datasets inside datasets, each with its parent", async () => {
    const { datasets } = await readProject(root);
    expect(datasets.map(({ path, parent, images }) => [path, parent, images.length])).toEqual([
      ["empty", null, 0],
      ["empty/datasets/deep", "empty", 0],
      ["empty/datasets/deep/datasets/deeper", "empty/datasets/deep", 1],
      ["streets", null, 1],
      ["streets/datasets/night", "streets", 1],
    ]);
  });

  it("reads the meta, the images' sizes and their annotations, unknown parts included", async () => {
    const project = await readProject(root);
    expect(project).toMatchObject({ name: basename(root), meta });
    const [image] = project.datasets.find(({ name }) => name === "streets")?.images ?? [];
    const file = join(root, "streets/img/a.png");
    expect(image).toEqual({
      name: "a.png",
      file,
      width: 8,
      height: 6,
      mime: "image/png",
      size: readFileSync(file).length,
      annotation: { tags: [{ name: "val" }], objects: [], extra: 1 },
    });
  });

  it("takes an image without an annotation file as not annotated", async () => {
    const { datasets } = await readProject(root);
    const night = datasets.find(({ name }) => name === "night");
    expect(night?.images[0]?.annotation).toEqual({ tags: [], objects: [] });
  });

  it("counts the images, with and without somebody listening", async () => {
    const counts: number[] = [];
    await readProject(root, { onProgress: (images) => counts.push(images) });
    expect(counts).toEqual([1, 2, 3]);
    expect((await readProject(root)).datasets).toHaveLength(5);
  });

  it("passes over what lies among the images and is none, and counts it", async () => {
    write("streets/img/Thumbs.db", "windows");
    write("streets/img/notes.txt", "by hand");
    write("streets/img/.DS_Store", "a mac");
    write("streets/img/._a.png", "a mac's other half");
    write("__MACOSX/streets/img/._a.png", "an archive of a mac");
    const { datasets, skipped } = await readProject(root);
    const names = datasets.flatMap(({ images }) => images.map(({ name }) => name));
    expect(names.sort()).toEqual(["a.png", "b.png", "c.png"]);
    expect(skipped).toBe(2);
  });

  it("ends when it is aborted", async () => {
    const stop = new AbortController();
    const reading = readProject(root, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("enough")),
    });
    await expect(reading).rejects.toThrow("enough");
  });
});

describe("a project folder that cannot be read", () => {
  const failure = () =>
    readProject(root).then(
      () => undefined,
      (error: unknown) => error,
    );
  const names = (path: string) => ({
    name: "ProjectFormatError",
    path: join(root, path),
    message: expect.stringContaining(join(root, path)),
  });

  it("is told by the folder when meta.json is missing", async () => {
    rmSync(join(root, "meta.json"));
    await expect(readProject(root)).rejects.toThrow(`${root}: there is no meta.json`);
  });

  it("says which folder inside or above is a project when one too high or too low was named", async () => {
    await expect(readProject(join(root, "streets"))).rejects.toThrow(`Did you mean ${root}?`);
    await expect(readProject(join(root, "streets/img"))).rejects.toThrow(`Did you mean ${root}?`);
    await expect(readProject(dirname(root))).rejects.toThrow("Did you mean ");
  });

  it("is told by the place in meta.json that is wrong", async () => {
    write("meta.json", JSON.stringify({ classes: [{ title: 7, shape: "any" }] }));
    expect(await failure()).toMatchObject(names("meta.json"));
    await expect(readProject(root)).rejects.toThrow("classes.0.title");
  });

  it("is told by the image that is no image", async () => {
    write("streets/img/a.png", "no picture");
    expect(await failure()).toMatchObject(names("streets/img/a.png"));
  });

  it("is told by the image that was cut off", async () => {
    const noise = sharp({
      create: {
        width: 64,
        height: 64,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 128, sigma: 40 },
      },
    });
    const whole = await noise.png().toBuffer();
    write("streets/img/a.png", whole.subarray(0, whole.length / 2));
    expect(await failure()).toMatchObject(names("streets/img/a.png"));
  });

  it.each(["{", '{"tags": "val"}', "[]"])("is told by the annotation that is broken: %s", async (content) => {
    write("streets/ann/a.png.json", content);
    expect(await failure()).toMatchObject(names("streets/ann/a.png.json"));
  });

  it("is told when it holds no image", async () => {
    rmSync(join(root, "streets"), { recursive: true });
    rmSync(join(root, "empty"), { recursive: true });
    await expect(readProject(root)).rejects.toThrow("no dataset holds an image");
  });
});
