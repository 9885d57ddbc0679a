import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TeamFiles } from "./team-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
let dir: string;
let files: TeamFiles;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-team-files-"));
  files = new TeamFiles(dir);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const paths = async (path: string, recursive: boolean) =>
  (await files.list(1, path, recursive)).map((entry) => entry.path);

describe("a path in Team Files", () => {
  it.each(["../secret", "/a/../../secret", "a/b/../../../secret"])("may not lead out: %s", async (path) => {
    expect(() => files.place(1, path)).toThrow("leads out of Team Files");
    await expect(files.put(1, path, bytes("x"))).rejects.toMatchObject({ status: 400 });
  });

  it("may not hold a NUL or be endless", () => {
    expect(() => files.place(1, "a\0b")).toThrow("not a path");
    expect(() => files.place(1, "a".repeat(5000))).toThrow("not a path");
  });

  it("may not go through a link, neither to a folder nor to a file", async () => {
    writeFileSync(join(dir, "secret"), "secret");
    mkdirSync(join(dir, "team-files", "1"), { recursive: true });
    symlinkSync(dir, join(dir, "team-files", "1", "out"));
    symlinkSync(join(dir, "secret"), join(dir, "team-files", "1", "link"));
    expect(() => files.file(1, "/out/secret")).toThrow("goes through a link");
    expect(() => files.file(1, "/link")).toThrow("goes through a link");
    await expect(files.put(1, "/out/new", bytes("x"))).rejects.toThrow("goes through a link");
    expect(await paths("/", true)).toEqual([]);
  });

  it("may be strange, as long as it stays inside", async () => {
    await files.put(1, "/a/../b c/ü..txt", bytes("x"));
    expect(await paths("/", true)).toEqual(["/b c/ü..txt"]);
  });
});

describe("a list of Team Files", () => {
  beforeEach(async () => {
    await files.put(1, "/a/one.txt", bytes("1"));
    await files.put(1, "/a/b/two.txt", bytes("22"));
    await files.put(1, "/top.txt", bytes("333"));
  });

  it("names every file at any depth when it is recursive", async () => {
    expect(await paths("/", true)).toEqual(["/a/b/two.txt", "/a/one.txt", "/top.txt"]);
    expect(await paths("/a/", true)).toEqual(["/a/b/two.txt", "/a/one.txt"]);
  });

  it("names files and folders that lie directly there when it is not", async () => {
    expect(await paths("/", false)).toEqual(["/a", "/top.txt"]);
    const rows = await files.list(1, "/a", false);
    expect(rows.map(({ path, name, isDir, size }) => ({ path, name, isDir, size }))).toEqual([
      { path: "/a/b", name: "b", isDir: true, size: 0 },
      { path: "/a/one.txt", name: "one.txt", isDir: false, size: 1 },
    ]);
  });

  it("gives a file itself, and nothing for what is not there", async () => {
    expect(await paths("/a/one.txt", true)).toEqual(["/a/one.txt"]);
    expect(await paths("/none", true)).toEqual([]);
  });

  it("keeps the files of another team apart", async () => {
    expect(await files.list(2, "/", true)).toEqual([]);
    expect(() => files.file(2, "/top.txt")).toThrow("There is no file /top.txt");
  });

  it("gives a path the same id when its content changes", async () => {
    const [before] = await files.list(1, "/top.txt", true);
    const after = await files.put(1, "/top.txt", bytes("other"));
    expect({ id: after.id, size: after.size }).toEqual({ id: before?.id, size: 5 });
  });
});
