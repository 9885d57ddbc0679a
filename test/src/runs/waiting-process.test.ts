import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { output, type ScriptedPlatform, type ScriptedTask, scriptedPlatform } from "./scripted-platform.ts";

vi.setConfig({ testTimeout: 60_000 });

let platform: ScriptedPlatform;
let task: ScriptedTask;
let child: ChildProcess;

beforeEach(async () => {
  platform = await scriptedPlatform();
  task = platform.addTask({ status: "started" });
});
afterEach(async () => {
  child.kill("SIGKILL");
  await platform[Symbol.asyncDispose]();
});

/** Runs the waiting script; gives how it ends. */
function wait(how: string) {
  const script = fileURLToPath(new URL("./fixtures/wait.ts", import.meta.url));
  const env = {
    ...process.env,
    ADDRESS: platform.address,
    TOKEN: platform.token,
    TASK: String(task.id),
    HOW: how,
  };
  child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", script], { env, stdio: "pipe" });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.on("data", (part) => {
      said[name] += part;
    });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal })),
  );
  const isWatching = () =>
    vi.waitFor(() => expect(platform.calls.length).toBeGreaterThan(3), { timeout: 40_000 });
  return { said, ended, isWatching };
}

describe("a process that only waits", () => {
  it.each(["plain", "show"])(
    "exits by itself when the run has finished: no timer and no socket is left (%s)",
    async (how) => {
      const { said, ended, isWatching } = wait(how);
      await isWatching();
      task.status = "finished";
      task.meta.output = output;
      const before = Date.now();
      expect(await ended).toEqual({ code: 0, signal: null });
      // Sockets that are kept alive would hold it for as long as they live; 6 h of timeout for longer.
      expect(Date.now() - before).toBeLessThan(4000);
      expect(said.stdout).toBe("waiting\nLemons\n");
      // Not a terminal: nothing is drawn.
      expect(said.stderr).toMatch(/^(starting\n.*finished\n)?$/s);
    },
  );

  it("leaves the job on Ctrl-C, says where it is and how to follow it again, and exits with 130", async () => {
    const { said, ended, isWatching } = wait("show");
    await isWatching();
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 130, signal: null });
    const ref = `${platform.address}/apps/sessions/${task.id}`;
    expect(said.stderr.replace(/^starting\n/, "")).toBe(
      `\nThe training goes on: ${ref}\nFollow it again: attach(instance, "${ref}")\n`,
    );
    expect(platform.calls).not.toContain("tasks.stop");
    expect(task.status).toBe("started");
  });
});
