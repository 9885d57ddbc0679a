import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProject } from "../project-format/read-project.ts";
import { writeSampleProject } from "../sample/write-sample-project.ts";
import { collectImages } from "./collect-images.ts";
import { InstanceFile } from "./instance-file.ts";
import { moveImages } from "./move-images.ts";
import { ProjectStore } from "./project-store.ts";
import { tagImages } from "./tag-images.ts";

const at = "2026-01-01T00:00:00.000Z";
const later = "2026-01-02T00:00:00.000Z";
let dir: string;
let place: { projects: ProjectStore; instance: InstanceFile; now: () => string };
let projectId: number;

const open = () => {
  const instance = new InstanceFile(dir, "token");
  place = { projects: new ProjectStore(dir, instance), instance, now: () => later };
};
const images = () => place.projects.get(projectId).images;
const move = (name: string, ids: readonly number[]) => moveImages(place, projectId, name, ids);
const tag = (name: string, ids: readonly number[]) => tagImages(place.projects, projectId, name, ids, later);

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-marks-"));
  await writeSampleProject(join(dir, "sample"), { images: 3 });
  open();
  projectId = (await place.projects.add(await readProject(join(dir, "sample")), "p", 1, at)).id;
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("a tag given to images", () => {
  it("stands in the index, in the annotation and after a restart", () => {
    const [first, second] = images();
    tag("keep", [first?.id ?? 0]);
    tag("keep", [first?.id ?? 0, second?.id ?? 0]);
    open();
    expect(images().map(({ tags }) => tags.filter(({ name }) => name === "keep").length)).toEqual([1, 1, 0]);
    expect(place.projects.annotation(second?.id ?? 0).tags).toContainEqual({ name: "keep", value: null });
    expect(place.projects.meta(projectId).tags.filter(({ name }) => name === "keep")).toHaveLength(1);
    expect(place.projects.get(projectId).updatedAt).toBe(later);
  });

  it("is refused for images of elsewhere and for a name that is none, and nothing is written", () => {
    expect(() => tag("keep", [images()[0]?.id ?? 0, 999])).toThrow(`Project ${projectId} has no image 999.`);
    expect(() => tag(" ", [images()[0]?.id ?? 0])).toThrow("is no name of a tag");
    expect(place.projects.meta(projectId).tags.map(({ name }) => name)).not.toContain("keep");
  });
});

describe("images moved to a dataset", () => {
  it("are there with their files, and gone from where they were", () => {
    const [first] = images();
    const before = place.projects.image(first?.id ?? 0);
    const annotation = place.projects.annotation(first?.id ?? 0);
    const { id } = move("validation", [first?.id ?? 0]);
    open();
    const after = place.projects.image(first?.id ?? 0);
    expect(images()[0]?.datasetId).toBe(id);
    expect([existsSync(before.file), existsSync(before.annotationFile)]).toEqual([false, false]);
    expect(existsSync(after.file)).toBe(true);
    expect(place.projects.annotation(first?.id ?? 0)).toEqual(annotation);
    expect(move("validation", [first?.id ?? 0])).toEqual({ id });
  });

  it("keep their names: twins are refused, and stay where they are", () => {
    const [first, second] = images();
    move("other", [first?.id ?? 0]);
    const project = place.projects.get(projectId);
    const name = first?.name ?? "";
    place.projects.save({
      ...project,
      images: project.images.map((image) => (image.id === second?.id ? { ...image, name } : image)),
    });
    expect(() => move("other", [second?.id ?? 0])).toThrow("cannot both be in the dataset other");
    expect(images()[1]?.datasetId).toBe(second?.datasetId);
  });

  it.each(["../out", ".hidden", "a/b", "meta.json", "SCENES"])(
    "never leave the project's folder: %s is refused",
    (name) => {
      expect(() => move(name, [images()[0]?.id ?? 0])).toThrow();
      expect(place.projects.get(projectId).datasets).toHaveLength(1);
    },
  );

  it("do not take up what an interrupted move left there", () => {
    const folder = join(place.projects.folder(projectId), "validation", "img");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "stale.png"), "");
    move("validation", [images()[0]?.id ?? 0]);
    expect(existsSync(join(folder, "stale.png"))).toBe(false);
  });
});

it("a collection takes images in once, however often they are put in", () => {
  const [first, second] = images();
  const made = collectImages(place.projects, projectId, "best", [first?.id ?? 0]);
  collectImages(place.projects, projectId, "best", [first?.id ?? 0, second?.id ?? 0]);
  open();
  expect(place.projects.get(projectId).collections).toEqual([{ ...made, images: [first?.id, second?.id] }]);
});
