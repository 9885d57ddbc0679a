import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LocalInstance } from "../instance/start-local-instance.ts";
import { startLocalInstance } from "../instance/start-local-instance.ts";
import { forkApp } from "./fork-app.ts";
import type { LocalTrainApp } from "./local-train-app.ts";

const app: LocalTrainApp = {
  slug: "test/tiny",
  name: "Tiny",
  framework: "Tiny",
  version: "v1",
  description: "",
  categories: ["train"],
  filePaths: {},
  files: {},
  module: new URL("./fixtures/tiny-app.mjs", import.meta.url).href,
  env: { TINY: "yes" },
};
let dir: string;
let local: LocalInstance;

beforeEach(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "trainyard-agent-")));
  local = await startLocalInstance({ dir, token: "the-token", trainApps: [app] });
});
afterEach(async () => {
  await local.close();
  rmSync(dir, { recursive: true, force: true });
});

async function call(name: string, body: unknown): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${local.address}/public/api/v3/${name}`, {
    method: "POST",
    headers: { "x-api-key": local.token, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}
async function run(state: Record<string, unknown>): Promise<number> {
  const body = { agentId: 1, workspaceId: 1, moduleId: 1001, params: { state } };
  const { json } = await call("tasks.run.app", body);
  expect(json).toMatchObject([{ taskId: expect.any(Number) }]);
  return (json as { taskId: number }[])[0]?.taskId ?? 0;
}
const request = (taskId: number) =>
  call("tasks.request.direct", { taskId, command: "is_running", state: { a: 1 }, timeout: 5 });
const answered = (taskId: number) =>
  vi.waitFor(
    async () => {
      const answer = await request(taskId);
      expect(answer.status).toBe(200);
      return answer.json;
    },
    { timeout: 8000 },
  );
const becomes = (id: number, status: string) =>
  vi.waitFor(async () => expect((await call("tasks.info", { id })).json).toMatchObject({ status }), {
    timeout: 8000,
  });
const log = async (id: number) => (await call("tasks.log.download", { id })).json;

describe("a task's app", () => {
  it("is reached by tasks.request.direct once it listens", async () => {
    const id = await run({ slyProjectId: 5 });
    expect(await answered(id)).toMatchObject({
      command: "/is_running",
      body: { context: {}, state: { a: 1 } },
    });
  });

  it("may take a day to answer and no longer: an endless timeout is refused, not kept", async () => {
    const id = await run({});
    const asked = (timeout: number) =>
      call("tasks.request.direct", { taskId: id, command: "is_running", timeout });
    expect((await asked(86_400)).status).toBe(200);
    for (const timeout of [86_401, 1e12, -1]) {
      const refused = await asked(timeout);
      expect(refused, String(timeout)).toMatchObject({
        status: 400,
        json: { error: expect.stringMatching(/^timeout: /) },
      });
    }
  });

  it("may be sent no path that leads elsewhere", async () => {
    const id = await run({});
    await answered(id);
    const answer = await call("tasks.request.direct", { taskId: id, command: "/../x?y" });
    expect(answer).toMatchObject({ status: 400, json: { error: "The command is no path." } });
  });

  it("finds its task, its project and its typed state in its environment", async () => {
    const state = {
      slyProjectId: 5,
      guiState: { experiment_name: "12345", start_training: true, tag: null },
    };
    const id = await run(state);
    const { env } = (await answered(id)) as { env: Record<string, string> };
    expect(JSON.parse(env.MODAL_STATE ?? "")).toEqual(state);
    expect(env).toMatchObject({
      "modal.state.guiState.experiment_name": "12345",
      SERVER_ADDRESS: local.address,
      API_TOKEN: "the-token",
      TASK_ID: String(id),
      TEAM_ID: "1",
      WORKSPACE_ID: "1",
      PROJECT_ID: "5",
      SLY_APP_DATA_DIR: join(dir, "tasks", String(id), "app"),
      TINY: "yes",
    });
  });

  it("is given none of the instance's other variables", async () => {
    vi.stubEnv("SOMEBODYS_SECRET", "x");
    const { env } = (await answered(await run({}))) as { env: Record<string, string> };
    expect(env).not.toHaveProperty("SOMEBODYS_SECRET");
  });

  it("ends when its channel closes, so it never outlives the instance", async () => {
    const ended = await new Promise((resolve) => {
      const listening = () => child.disconnect();
      const child = forkApp(app.module, dir, {}, { listening, line: () => {}, exit: () => {} });
      child.once("exit", resolve);
    });
    expect(ended).toBe(1);
  });
});

describe("a task", () => {
  it("is finished when its app exits with 0", async () => {
    const id = await run({ act: "finish" });
    await becomes(id, "finished");
    expect(await log(id)).toMatchObject([{ message: "all done", level: "info", task_id: id }]);
  });

  it("is an error when its app exits with 3, and its log ends with what the app said", async () => {
    const id = await run({ act: "fail" });
    await becomes(id, "error");
    expect(await log(id)).toMatchObject([
      { message: "the first thing that went wrong", level: "warn" },
      { message: "the last thing that went wrong", level: "warn" },
      { message: "The app ended with exit code 3.", level: "error" },
    ]);
    expect(await request(id)).toMatchObject({ status: 400 });
  });

  it("is stopped by tasks.stop", async () => {
    const id = await run({});
    await answered(id);
    expect((await call("tasks.stop", { id })).json).toEqual({ id, status: "stopped" });
    expect((await call("tasks.info", { id })).json).toMatchObject({ finishedAt: expect.any(String) });
  });

  it("stays finished when it is stopped too late", async () => {
    const id = await run({ act: "finish" });
    await becomes(id, "finished");
    expect((await call("tasks.stop", { id })).json).toEqual({ id, status: "finished" });
  });

  it("may have a state that is larger than an environment: its app asks the instance for it", async () => {
    const state = { guiState: { text: "x".repeat(300_000) } };
    const id = await run(state);
    const { env } = (await answered(id)) as { env: Record<string, string> };
    expect(env.MODAL_STATE).toBe("@.@SLY_LARGE_ENV@.@");
    expect((await call("tasks.info", { id })).json).toMatchObject({ meta: { params: { state } } });
  });

  it("is an error when its state holds a NUL; the instance goes on", async () => {
    const id = await run({ guiState: { text: "a\0b" } });
    await becomes(id, "error");
    expect(await log(id)).toMatchObject([{ message: expect.stringContaining("could not be started") }]);
  });

  it("is refused for an app or an agent that does not exist", async () => {
    const body = { agentId: 1, workspaceId: 1, moduleId: 1, params: { state: {} } };
    expect(await call("tasks.run.app", body)).toMatchObject({
      status: 400,
      json: { error: "There is no app 1." },
    });
    expect(await call("tasks.run.app", { ...body, agentId: 7 })).toMatchObject({ status: 400 });
  });
});
