import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { unpackTar } from "modern-tar/fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalInstance } from "../../instance/start-local-instance.ts";
import { startLocalInstance } from "../../instance/start-local-instance.ts";

let dir: string;
let local: LocalInstance;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-files-"));
  local = await startLocalInstance({ dir: join(dir, "instance"), trainApps: [] });
  for (const [path, text] of Object.entries({
    "/a b/one.txt": "1",
    "/a b/c/two.txt": "22",
    "/top.txt": "333",
  }))
    expect(await upload(path, text)).toMatchObject({ status: 200 });
});
afterAll(async () => {
  await local.close();
  rmSync(dir, { recursive: true, force: true });
});

async function upload(path: string, text: string): Promise<{ status: number; text: string }> {
  const query = new URLSearchParams({ teamId: "1", path });
  const response = await fetch(`${local.address}/public/api/v3/file-storage.upload?${query}`, {
    method: "POST",
    headers: { "x-api-key": local.token, "content-type": "application/octet-stream" },
    body: text,
  });
  return { status: response.status, text: await response.text() };
}
const download = (path: string) =>
  fetch(`${local.address}/public/api/v3/file-storage.download`, {
    method: "POST",
    headers: { "x-api-key": local.token, "content-type": "application/json" },
    body: JSON.stringify({ teamId: 1, path }),
  });

describe("a download", () => {
  it("of a path with a slash at its end is the folder as a tar, below its own name", async () => {
    symlinkSync(
      join(dir, "instance", "instance.json"),
      join(dir, "instance", "team-files", "1", "a b", "link"),
    );
    const { body, headers } = await download("/a b/");
    expect(headers.get("content-type")).toBe("application/x-tar");
    if (body === null) throw new Error("no body");
    await pipeline(Readable.from(body), unpackTar(join(dir, "unpacked")));
    const read = (path: string) => readFileSync(join(dir, "unpacked", path), "utf8");
    expect([read("a b/one.txt"), read("a b/c/two.txt")]).toEqual(["1", "22"]);
    expect(existsSync(join(dir, "unpacked", "a b", "link"))).toBe(false);
  });

  it("is 404 for a folder that is not there, for a file's path with a slash, and for a folder's without", async () => {
    for (const path of ["/none/", "/top.txt/", "/a b"]) expect((await download(path)).status, path).toBe(404);
    expect((await download("/a/../../")).status).toBe(400);
  });
});

describe("an upload", () => {
  it("onto a folder's path is refused, and below a file's path too; the folder keeps what it had", async () => {
    expect(await upload("/a b", "x")).toMatchObject({
      status: 400,
      text: expect.stringContaining("names a folder"),
    });
    expect(await upload("/top.txt/x", "x")).toMatchObject({
      status: 400,
      text: expect.stringContaining("is a file"),
    });
    expect(await (await download("/a b/one.txt")).text()).toBe("1");
  });
});
