import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FolderProject } from "../project-format/read-project.ts";
import { readProject } from "../project-format/read-project.ts";
import { writeSampleProject } from "../sample/write-sample-project.ts";
import { InstanceFile } from "./instance-file.ts";
import { ProjectStore } from "./project-store.ts";

const at = "2026-01-01T00:00:00.000Z";
let dir: string;
let sample: string;
let source: FolderProject;

const open = () => new ProjectStore(dir, new InstanceFile(dir, "token"));
const folders = () => {
  const projects = join(dir, "projects");
  return existsSync(projects) ? readdirSync(projects) : [];
};

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-store-"));
  sample = join(dir, "sample");
  await writeSampleProject(sample, { images: 3 });
  mkdirSync(join(sample, "scenes", "datasets"));
  cpSync(join(sample, "scenes"), join(dir, "night"), { recursive: true });
  renameSync(join(dir, "night"), join(sample, "scenes", "datasets", "night"));
  source = await readProject(sample);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe("taking a project in", () => {
  it("gives every dataset and image an id, and a nested dataset its parent", async () => {
    const project = await open().add(source, "p", 1, at);
    const [outer, inner] = project.datasets;
    expect(inner).toMatchObject({ name: "night", parentId: outer?.id });
    expect(project.images.map(({ datasetId }) => datasetId)).toEqual(
      [outer, outer, outer, inner, inner, inner].map((dataset) => dataset?.id),
    );
  });

  it("leaves no folder and no project behind when a file vanishes midway", async () => {
    rmSync(join(sample, "scenes", "img", "scene-003.png"));
    const store = open();
    await expect(store.add(source, "p", 1, at)).rejects.toThrow("ENOENT");
    expect(folders()).toEqual([]);
    expect(store.list()).toEqual([]);
  });

  it("leaves nothing behind when it is aborted", async () => {
    const store = open();
    const aborted = AbortSignal.abort(new Error("enough"));
    await expect(store.add(source, "p", 1, at, aborted)).rejects.toThrow("enough");
    expect(folders()).toEqual([]);
  });

  it("never gives an id twice, not after a failure and not after a restart", async () => {
    const first = await open().add(source, "p", 1, at);
    await open()
      .add(source, "p", 1, at, AbortSignal.abort())
      .catch(() => {});
    const second = await open().add(source, "p", 1, at);
    for (const ids of [
      [first.id, second.id],
      [...first.datasets, ...second.datasets].map(({ id }) => id),
      [...first.images, ...second.images].map(({ id }) => id),
    ])
      expect(new Set(ids).size).toBe(ids.length);
    expect(second.id).toBe(first.id + 2);
  });

  it("takes no half project for a whole one after a crash", async () => {
    const { id } = await open().add(source, "p", 1, at);
    renameSync(join(dir, "projects", String(id)), join(dir, "projects", `.new-${id}`));
    expect(open().list()).toEqual([]);
  });
});

describe("a project in the store", () => {
  it("is the same after a restart, with its collections", async () => {
    const store = open();
    const { id, images } = await store.add(source, "p", 1, at);
    store.addCollection(
      id,
      "some",
      images.slice(0, 2).map((image) => image.id),
    );
    expect(open().get(id)).toEqual(store.get(id));
    expect(open().get(id).collections[0]?.images).toHaveLength(2);
  });

  it("can be exported and taken in again with equal content", async () => {
    const store = open();
    const { id } = await store.add(source, "p", 1, at);
    const exported = join(dir, "exported");
    await store.export(id, exported);
    const again = await readProject(exported);
    const content = ({ meta, datasets }: FolderProject) => ({
      meta,
      datasets: datasets.map(({ images, ...dataset }) => ({
        ...dataset,
        images: images.map(({ file, ...image }) => image),
      })),
    });
    expect(content(again)).toEqual(content(source));
    expect(existsSync(join(exported, "index.json"))).toBe(false);
  });

  it("is told to be missing when it is", () => {
    expect(() => open().get(9)).toThrow("There is no project 9.");
    expect(() => open().image(9)).toThrow("There is no image 9.");
  });
});
