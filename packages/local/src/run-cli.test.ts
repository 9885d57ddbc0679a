import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSampleProject } from "./sample/write-sample-project.ts";

const cli = fileURLToPath(new URL("cli.ts", import.meta.url));
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-cli-"));
  await writeSampleProject(join(dir, "scenes"), { images: 3 });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Runs the command until it says that it runs, or ends; gives all that it said, and its exit code. */
async function run(...args: string[]): Promise<{ text: string; code: number | null }> {
  const child: ChildProcess = spawn(process.execPath, [
    "--conditions=source",
    "--import",
    "tsx",
    cli,
    "--dir",
    join(dir, "state"),
    ...args,
  ]);
  let text = "";
  let isTold = false;
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (part: Buffer) => {
      text += part;
      // Once: a second signal ends the process before it has closed.
      if (!isTold && text.includes("Running until Ctrl-C.")) isTold = child.kill("SIGINT");
    });
  const [code] = (await once(child, "exit")) as [number | null];
  return { text, code };
}

describe("trainyard-local", () => {
  it("goes on after a bad import, lists its projects at every start, and imports no path twice unless asked", async () => {
    const first = await run(
      "--import",
      join(dir, "nowhere"),
      "--import",
      join(dir, "scenes"),
      "--print-token",
    );
    expect(first.code).toBe(0);
    expect(first.text).toContain(`Not imported: ${join(dir, "nowhere")}: there is nothing of this name`);
    expect(first.text).toMatch(/Imported: {2}1 "scenes", 3 images/);
    expect(first.text).toMatch(/^SERVER_ADDRESS=http:\/\/127\.0\.0\.1:\d+\nAPI_TOKEN=\S{16,}$/m);

    const second = await run("--import", join(dir, "scenes"));
    expect(second.text).toMatch(/Project: {3}1 "scenes", 3 images/);
    expect(second.text).toContain("is project 1 already; --again imports it once more");
    expect(second.text).not.toMatch(/API_TOKEN=/);

    expect((await run("--import", join(dir, "scenes"), "--again")).text).toMatch(/Imported: {2}2 "scenes"/);
  }, 60_000);

  it("says in one sentence that a port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { text, code } = await run("--port", String(port));
    other.close();
    expect(code).toBe(1);
    expect(text.trim()).toBe(
      `The port ${port} is taken by another program. Choose another, or leave it out for a free one.`,
    );
  }, 60_000);
});
