import { execFileSync } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip, deflateSync } from "node:zlib";
import { encode } from "bmp-ts";
import { packTar } from "modern-tar/fs";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FolderProject } from "../project-format/read-project.ts";
import { withSource } from "./read-source.ts";

let root: string;
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const picture = (format: "png" | "jpeg" | "webp" | "tiff" | "avif" = "png", width = 100, height = 50) =>
  sharp({ create: { width, height, channels: 3, background: "#246" } })
    .toFormat(format)
    .toBuffer();
const read = (path = root) => withSource(path, {}, async (project) => project);
const failure = (path = root): Promise<string> =>
  read(path).then(
    () => "read",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
const objects = ({ datasets }: FolderProject) =>
  datasets.flatMap(({ name, images }) =>
    images.flatMap((image) =>
      image.annotation.objects.map((object) => [
        name,
        image.name,
        object.classTitle,
        object.geometryType,
        (object.points as { exterior: unknown }).exterior,
      ]),
    ),
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "trainyard-source-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function yoloFolder(yaml: string) {
  write("data.yaml", yaml);
  for (const part of ["train", "val"]) write(`${part}/images/a.png`, await picture());
  write(
    "train/labels/a.txt",
    "0 0.5 0.5 0.2 0.4\n1 0.1 0.2 0.3 0.2 0.3 0.6\n\n7 0.5 0.5 0.1 0.1\nnot a label\n",
  );
}

describe("a YOLO folder", () => {
  it.each([
    ["names as a list", "train: train/images\nval: val/images\nnames: [car, ball]\nnc: 2\n"],
    [
      "names as a mapping, and paths of a folder above, as Roboflow writes",
      "train: ../train/images\nval: ../val/images\nnames:\n  0: car\n  1: ball\n",
    ],
    [
      "a path that is elsewhere on another machine",
      "path: ../datasets/mine\ntrain: train/images\nval: val/images\nnames: [car, ball]\n",
    ],
  ])("is read with its parts as datasets and as tags: %s", async (_, yaml) => {
    await yoloFolder(yaml);
    const project = await read();
    expect(project.meta.classes.map(({ title, shape }) => [title, shape])).toEqual([
      ["car", "rectangle"],
      ["ball", "polygon"],
    ]);
    expect(project.meta.tags.map(({ name }) => name)).toEqual(["train", "val"]);
    expect(
      project.datasets.map(({ name, images }) => [
        name,
        images.map(({ annotation }) => annotation.tags[0]?.name),
      ]),
    ).toEqual([
      ["train", ["train"]],
      ["val", ["val"]],
    ]);
    expect(objects(project)).toEqual([
      [
        "train",
        "a.png",
        "car",
        "rectangle",
        [
          [40, 15],
          [59, 34],
        ],
      ],
      [
        "train",
        "a.png",
        "ball",
        "polygon",
        [
          [10, 10],
          [30, 10],
          [30, 30],
        ],
      ],
    ]);
    expect(project.leftOut).toEqual([
      "1 labels of a class that has no name (the first: train/labels/a.txt, line 4)",
      "1 lines that are no label (the first: train/labels/a.txt, line 5)",
    ]);
  });

  it("is read with lists of files, with images/train and labels/train, and without a data.yaml", async () => {
    write("images/train/a.jpg", await picture("jpeg"));
    write("images/val/b.jpg", await picture("jpeg"));
    write("labels/train/a.txt", "0 0.5 0.5 1 1\n");
    write("classes.txt", "cat\n");
    expect(objects(await read())).toEqual([
      [
        "train",
        "a.jpg",
        "cat",
        "rectangle",
        [
          [0, 0],
          [99, 49],
        ],
      ],
    ]);
    write("train.txt", "./images/train/a.jpg\n");
    write("data.yaml", "train: train.txt\nval: images/val\nnames: [dog]\n");
    expect(objects(await read())).toEqual([
      [
        "train",
        "a.jpg",
        "dog",
        "rectangle",
        [
          [0, 0],
          [99, 49],
        ],
      ],
    ]);
  });

  it("reads nothing outside itself, and says what is missing", async () => {
    await yoloFolder("train: /etc\nval: val/images\nnames: [car, ball]\n");
    expect(await failure()).toContain("it names /etc, which is not in");
    write("data.yaml", "train: train/images\n");
    expect(await failure()).toContain("its classes have no names. Add a data.yaml with names");
  });
});

describe("COCO files", () => {
  const coco = (name: string, more: object = {}) =>
    JSON.stringify({
      images: [
        { id: 1, file_name: name },
        { id: 2, file_name: "gone.png" },
      ],
      categories: [
        { id: 18, name: "dog" },
        { id: 3, name: "cat" },
      ],
      annotations: [
        { id: 1, image_id: 1, category_id: 18, bbox: [10, 5, 20, 10] },
        {
          id: 2,
          image_id: 1,
          category_id: 3,
          bbox: [0, 0, 9, 9],
          segmentation: [[0, 0, 9, 0, 9, 9]],
          iscrowd: 0,
        },
        {
          id: 3,
          image_id: 1,
          category_id: 3,
          bbox: [1, 1, 4, 4],
          segmentation: { size: [50, 100], counts: "x" },
        },
        { id: 4, image_id: 1, category_id: 3, bbox: [1, 1, 4, 4], iscrowd: 1 },
        { id: 5, image_id: 1, category_id: 99, bbox: [1, 1, 4, 4] },
      ],
      ...more,
    });

  it("are read with their boxes and polygons, and what is left out is counted", async () => {
    write("annotations/instances_train2017.json", coco("a.png"));
    write("train2017/a.png", await picture());
    for (const path of [root, join(root, "annotations/instances_train2017.json")]) {
      const project = await read(path);
      expect(objects(project)).toEqual([
        [
          "train2017",
          "a.png",
          "dog",
          "rectangle",
          [
            [10, 5],
            [29, 14],
          ],
        ],
        [
          "train2017",
          "a.png",
          "cat",
          "polygon",
          [
            [0, 0],
            [9, 0],
            [9, 9],
          ],
        ],
        [
          "train2017",
          "a.png",
          "cat",
          "rectangle",
          [
            [1, 1],
            [4, 4],
          ],
        ],
      ]);
      expect(project.meta.classes.map(({ title, shape }) => [title, shape])).toEqual([
        ["dog", "rectangle"],
        ["cat", "any"],
      ]);
      expect(project.leftOut.map((text) => text.replace(/ \(.*/, ""))).toEqual([
        "1 images that are not there",
        "1 masks in run lengths, of which the box is kept",
        "1 crowds",
        "1 annotations of a category that there is not",
      ]);
    }
  });

  it("beside their images, a folder a part, as Roboflow writes them", async () => {
    for (const part of ["train", "valid"]) {
      write(`${part}/_annotations.coco.json`, coco("a.png"));
      write(`${part}/a.png`, await picture());
    }
    expect((await read()).datasets.map(({ name, images }) => [name, images.length])).toEqual([
      ["train", 1],
      ["valid", 1],
    ]);
  });
});

describe("an archive", () => {
  const supervisely = async () => {
    write("p/meta.json", JSON.stringify({ classes: [{ title: "car", shape: "rectangle" }], tags: [] }));
    write("p/streets/img/a.png", await picture());
    write("__MACOSX/p/._meta.json", "x");
  };

  it.each(["zip", "tar", "tar.gz"])("is unpacked and read, and nothing of it stays: .%s", async (kind) => {
    await supervisely();
    const file = join(dirname(root), `lemons-${process.pid}.${kind}`);
    try {
      if (kind === "zip")
        execFileSync("python3", [
          "-c",
          `import shutil; shutil.make_archive(${JSON.stringify(file.slice(0, -4))}, "zip", ${JSON.stringify(root)})`,
        ]);
      else if (kind === "tar") await pipeline(packTar(root), createWriteStream(file));
      else await pipeline(packTar(root), createGzip(), createWriteStream(file));
      const before = readdirSync(tmpdir()).filter((name) => name.startsWith("trainyard-import-"));
      const project = await read(file);
      expect([project.name, project.datasets.map(({ name }) => name)]).toEqual([
        `lemons-${process.pid}`,
        ["streets"],
      ]);
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith("trainyard-import-"))).toEqual(before);
    } finally {
      rmSync(file, { force: true });
    }
  });

  it("that is none, and a file that is no project, are told by their name", async () => {
    write("a.zip", "no archive");
    write("b.txt", "text");
    expect(await failure(join(root, "a.zip"))).toMatch(/a\.zip: the archive cannot be unpacked/);
    expect(await failure(join(root, "b.txt"))).toContain("this is no project: name a folder, a COCO .json");
    expect(await failure(join(root, "nowhere"))).toContain("there is nothing of this name");
  });
});

describe("images of a project", () => {
  beforeEach(() =>
    write("meta.json", JSON.stringify({ classes: [{ title: "car", shape: "any" }], tags: [] })),
  );
  const mime = async () =>
    (await read()).datasets[0]?.images.map((image) => [image.mime, image.width, image.height]);

  it("are read by their content, BMP included, whatever their ending says", async () => {
    const { data, info } = await sharp(await picture("png", 7, 5))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    write("d/img/a.bmp", encode({ data, width: info.width, height: info.height }).data);
    expect(await mime()).toEqual([["image/bmp", 7, 5]]);
    write("d/img/a.bmp", await picture("jpeg"));
    expect(await mime()).toEqual([["image/jpeg", 100, 50]]);
    write("d/img/a.bmp", await picture("avif"));
    expect(await mime()).toEqual([["image/avif", 100, 50]]);
  });

  it.each([
    ["a.nrrd", "NRRD0004\n", "NRRD is not read here: convert it to PNG or TIFF"],
    [
      "a.heic",
      "\0\0\0\x18ftypheic\0\0\0\0mif1heic",
      "HEIC is not read here, for its decoder needs a licence: convert it to JPEG",
    ],
    ["a.bmp", "BM cut off", "a BMP of no possible size"],
  ])("of a format that is not read name it and the mend: %s", async (name, content, why) => {
    write(`d/img/${name}`, content);
    expect(await failure()).toContain(`${name}: the image cannot be decoded (${why})`);
  });

  it.each([
    ["no base64", { origin: [0, 0], data: "%%%" }, "its mask is no base64"],
    [
      "no zlib",
      { origin: [0, 0], data: Buffer.from("hello").toString("base64") },
      "its mask cannot be unpacked: it is no zlib data",
    ],
    [
      "no PNG",
      { origin: [0, 0], data: deflateSync(Buffer.alloc(64)).toString("base64") },
      "its mask is no PNG",
    ],
    ["no origin", { data: "" }, "bitmap.origin"],
  ])("with a mask that is %s are refused at the import, with file and object", async (_, bitmap, why) => {
    write("d/img/a.png", await picture());
    write(
      "d/ann/a.png.json",
      JSON.stringify({ objects: [{ id: 9, classTitle: "car", geometryType: "bitmap", bitmap }] }),
    );
    const said = await failure();
    expect(said).toContain(join(root, "d/ann/a.png.json"));
    expect(said).toContain('object 1 (id 9), a bitmap of "car"');
    expect(said).toContain(why);
  });
});
