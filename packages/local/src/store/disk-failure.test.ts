import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startLocalInstance } from "../instance/start-local-instance.ts";
import { writeSampleProject } from "../sample/write-sample-project.ts";

const cli = fileURLToPath(new URL("../cli.ts", import.meta.url));
const token = "a-token-of-the-test";
const big = 300_000;
let dir: string;
let child: ChildProcess | undefined;

/** An instance none of whose files may grow beyond 128 kB, as on a full disk. */
async function startOnFullDisk(...more: string[]): Promise<{ address: string; lines: string[] }> {
  const node = `exec "${process.execPath}" --conditions=source --import tsx "$0" "$@"`;
  const args = ["--dir", join(dir, "instance"), "--token", token, ...more];
  child = spawn("bash", ["-c", `ulimit -f 128; ${node}`, cli, ...args], {
    env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("no pipes");
  const lines: string[] = [];
  createInterface({ input: stderr }).on("line", (line) => lines.push(line));
  for await (const line of createInterface({ input: stdout })) {
    lines.push(line);
    if (line.startsWith("Running")) break;
  }
  const address = lines
    .find((line) => line.startsWith("Address:"))
    ?.replace("Address:", "")
    .trim();
  return { address: address ?? "", lines };
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-disk-"));
});
afterEach(async () => {
  if (child?.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
  rmSync(dir, { recursive: true, force: true });
});

it.skipIf(process.platform === "win32")(
  "a full disk is one clear error, what was there stays, and nothing is there by half",
  async () => {
    await writeSampleProject(join(dir, "sample"), { images: 1 });
    const [name = ""] = readdirSync(join(dir, "sample"), { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".png"),
    );
    const image = join(dir, "sample", name);
    writeFileSync(image, Buffer.concat([readFileSync(image), Buffer.alloc(big)]));
    const { address, lines } = await startOnFullDisk("--import", join(dir, "sample"));
    expect(lines.find((line) => line.startsWith("Not imported"))).toMatch(
      /disk is full \(EFBIG\)\. Free some space/,
    );
    const call = async (name: string, body: string, type = "application/json") => {
      const headers = { "x-api-key": token, "content-type": type };
      const response = await fetch(`${address}/public/api/v3/${name}`, { method: "POST", headers, body });
      return { status: response.status, text: await response.text() };
    };
    const put = (bytes: string) =>
      call("file-storage.upload?teamId=1&path=/a.txt", bytes, "application/octet-stream");
    expect((await put("first")).status).toBe(200);
    expect(await put("x".repeat(big))).toMatchObject({
      status: 507,
      text: expect.stringContaining("disk is full"),
    });
    const read = () => call("file-storage.download", JSON.stringify({ teamId: 1, path: "/a.txt" }));
    expect((await read()).text).toBe("first");
    const start = { agentId: 1, workspaceId: 1, moduleId: 1001 };
    const state = { junk: "x".repeat(big) };
    const refused = await call("tasks.run.app", JSON.stringify({ ...start, params: { state } }));
    expect(refused.status).toBe(507);
    expect(await call("projects.list", '{"workspaceId":1}')).toMatchObject({ status: 200 });
    const left = readdirSync(join(dir, "instance"), { recursive: true, encoding: "utf8" });
    expect(left.filter((path) => /\.tmp$|\.new-|\.incoming\/./.test(path))).toEqual([]);
  },
);

it.skipIf(process.platform !== "linux")("a folder that cannot be written to is one clear error", async () => {
  await expect(startLocalInstance({ dir: "/sys/trainyard" })).rejects.toThrow(
    /^\/sys\/trainyard: The instance may not write to its folder \(E\w+\)\. Give it one it may write to\.$/,
  );
});
