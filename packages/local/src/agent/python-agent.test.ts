import { fork } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pythonApp } from "../ecosystem/python-app.ts";
import type { LocalInstance } from "../instance/start-local-instance.ts";
import { startLocalInstance } from "../instance/start-local-instance.ts";

let dir: string;
let checkout: string;
let local: LocalInstance | undefined;
let address: string;

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "trainyard-python-agent-")));
  checkout = join(dir, "checkout");
  cpSync(new URL("./fixtures/tiny-python", import.meta.url), checkout, { recursive: true });
});
afterEach(async () => {
  await local?.close();
  local = undefined;
  rmSync(dir, { recursive: true, force: true });
});

async function open(options: { readonly startup?: number } = {}): Promise<void> {
  const apps = [pythonApp({ dir: checkout, env: { MINE: "yes" }, ...options })];
  local = await startLocalInstance({ dir: join(dir, "instance"), token: "the-token", apps, trainApps: [] });
  address = local.address;
}
async function call(name: string, body: unknown): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${address}/public/api/v3/${name}`, {
    method: "POST",
    headers: { "x-api-key": "the-token", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}
async function run(act: string): Promise<number> {
  const { json } = await call("tasks.run.app", {
    ...{ agentId: 1, workspaceId: 1, moduleId: 101 },
    params: { state: { act } },
  });
  return (json as { taskId: number }[])[0]?.taskId ?? 0;
}
const wait = { timeout: 15_000, interval: 50 };
const answered = (taskId: number) =>
  vi.waitFor(async () => {
    const answer = await call("tasks.request.direct", { taskId, command: "is_running", timeout: 5 });
    expect(answer.status).toBe(200);
    return answer.json as { host: string; cwd: string; env: Record<string, string> };
  }, wait);
const becomes = (id: number, status: string) =>
  vi.waitFor(async () => expect((await call("tasks.info", { id })).json).toMatchObject({ status }), wait);
const logOf = (id: number) => readFileSync(join(dir, "instance", "tasks", String(id), "log.jsonl"), "utf8");

/** Processes of this test's tasks. */
function alive(): readonly number[] {
  const mark = `SLY_APP_DATA_DIR=${join(dir, "instance")}`;
  return readdirSync("/proc")
    .map(Number)
    .filter((id) => {
      try {
        return Number.isInteger(id) && readFileSync(`/proc/${id}/environ`, "utf8").includes(mark);
      } catch {
        return false;
      }
    });
}
const nothingIsLeft = () => vi.waitFor(() => expect(alive()).toEqual([]), wait);
const leader = () =>
  alive().find((id) => readFileSync(`/proc/${id}/cmdline`, "utf8").includes("guard-main")) ?? 0;
const python = () =>
  alive().find((id) => /^\S*python/.test(readFileSync(`/proc/${id}/cmdline`, "utf8"))) ?? 0;

describe.skipIf(process.platform !== "linux")("a Python app as a task", { timeout: 40_000 }, () => {
  it("runs on a copy of its checkout, on loopback, with the platform's variables", async () => {
    await open();
    const { host, cwd, env } = await answered(await run("wait"));
    expect(host).toBe("127.0.0.1");
    expect(cwd).toBe(join(dir, "instance", "tasks", "1", "code"));
    expect(existsSync(join(checkout, "written-into-the-checkout"))).toBe(false);
    expect(env).toMatchObject({
      ...{ ENV: "production", APP_NAME: "Tiny Python", TASK_ID: "1", SUPERVISELY_TASK_ID: "1", MINE: "yes" },
      ...{ "modal.state.act": "wait", MODAL_STATE: '{"act":"wait"}', PYTHONPATH: cwd },
    });
    expect(env).not.toHaveProperty("TRAINYARD_GUARD");
    expect(logOf(1)).toContain('"subtask":"Epochs","current":1,"total":3');
  });

  it("ends with its workers, the one that left the group too, and its copy is cleared away", async () => {
    await open();
    await answered(await run("wait"));
    expect(alive().length).toBeGreaterThanOrEqual(4);
    await call("tasks.stop", { id: 1 });
    await becomes(1, "stopped");
    await nothingIsLeft();
    await vi.waitFor(() => expect(existsSync(join(dir, "instance", "tasks", "1", "code"))).toBe(false), wait);
  });

  it("is ended by force when it does not hear, and when the instance closes", async () => {
    await open();
    await answered(await run("deaf"));
    await local?.close();
    expect(alive()).toEqual([]);
  });

  it("is an error with its last words, and when it does not answer in time", async () => {
    await open({ startup: 1 });
    await run("fail");
    await becomes(1, "error");
    expect((await call("tasks.info", { id: 1 })).json).toMatchObject({
      error: expect.stringContaining("the last thing that went wrong"),
    });
    await run("never");
    await becomes(2, "error");
    expect((await call("tasks.info", { id: 2 })).json).toMatchObject({
      error: expect.stringContaining("did not answer within 1 seconds"),
    });
    await nothingIsLeft();
  });

  it("waits for the one before it; a changed file is taken by the next task", async () => {
    await open();
    await answered(await run("wait"));
    await run("wait");
    expect((await call("tasks.info", { id: 2 })).json).toMatchObject({ status: "queued" });
    const config = join(checkout, "config.json");
    writeFileSync(config, readFileSync(config, "utf8").replace("Tiny Python", "Tiny Again"));
    await call("tasks.stop", { id: 1 });
    expect((await answered(2)).env).toMatchObject({ APP_NAME: "Tiny Again" });
  });

  it("may log 100,000 lines, and none is lost", async () => {
    await open();
    await answered(await run("lines"));
    await vi.waitFor(() => expect(logOf(1).match(/"line \d+"/g)).toHaveLength(100_000), wait);
  });

  it.each(["app", "agent"] as const)(
    "whose %s is killed is an error, and nothing of it goes on",
    async (who) => {
      await open();
      for (const [at, act] of ["never", "never", "wait", "deaf", "lines"].entries()) {
        const id = await run(act);
        if (at > 1) await answered(id);
        else await vi.waitFor(() => expect(python()).toBeGreaterThan(0), wait);
        process.kill(who === "app" ? python() : leader(), "SIGKILL");
        await becomes(id, "error");
        await nothingIsLeft();
      }
    },
  );

  it("does not outlive an instance that is killed, and is an error in the next", async () => {
    const main = fileURLToPath(new URL("./fixtures/instance-main.ts", import.meta.url));
    const execArgv = ["--conditions=source", "--import", "tsx"];
    for (const [at, act] of ["never", "wait", "wait", "deaf", "lines"].entries()) {
      const child = fork(main, [join(dir, "instance"), checkout], { execArgv });
      address = String(await new Promise((resolve) => child.once("message", resolve)));
      const id = await run(act);
      if (at > 1) await answered(id);
      else await vi.waitFor(() => expect(alive().length).toBeGreaterThan(at), wait);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      // Sometimes what it left is found by the next instance, sometimes the guard has ended it before.
      if (at % 2 === 1) await nothingIsLeft();
      await open();
      expect((await call("tasks.info", { id })).json).toMatchObject({ status: "error" });
      await nothingIsLeft();
      await local?.close();
    }
  });
});

describe("registering a Python app", () => {
  it("tells what is missing before any task: folder, config, interpreter, entry file, module", () => {
    const add =
      (options: { python?: string } = {}) =>
      () =>
        pythonApp({ dir: checkout, ...options });
    expect(() => pythonApp({ dir: join(dir, "none") })).toThrow("There is no folder");
    expect(add({ python: join(dir, "no-python") })).toThrow("cannot be run");
    writeFileSync(join(checkout, "main.py"), "import a_module_that_is_nowhere\n");
    expect(add()).toThrow("lacks modules that Tiny Python imports: a_module_that_is_nowhere");
    rmSync(join(checkout, "main.py"));
    expect(add()).toThrow("names a file that is not there");
    rmSync(join(checkout, "config.json"));
    expect(add()).toThrow("holds no config.json of a training app");
  });
});
