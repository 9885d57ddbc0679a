import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LocalTrainApp } from "../agent/local-train-app.ts";
import { writeSampleProject } from "../sample/write-sample-project.ts";
import type { LocalInstance } from "./start-local-instance.ts";
import { startLocalInstance } from "./start-local-instance.ts";

const app = (slug: string): LocalTrainApp => ({
  slug,
  name: slug,
  framework: "Tiny",
  version: "v1",
  description: "",
  categories: ["train"],
  filePaths: {},
  files: {},
  module: new URL("../agent/fixtures/tiny-app.mjs", import.meta.url).href,
  env: {},
});
let dir: string;
let sample: string;
let local: LocalInstance;
const open: LocalInstance[] = [];

async function start(name: string, trainApps = [app("a/one"), app("a/two")]): Promise<LocalInstance> {
  const instance = await startLocalInstance({ dir: join(dir, name), trainApps });
  open.push(instance);
  return instance;
}
async function call(
  { address, token }: { address: string; token: string },
  name: string,
  body: unknown = {},
): Promise<{ status: number; json: unknown }> {
  const response = await fetch(`${address}/public/api/v3/${name}`, {
    method: "POST",
    headers: { "x-api-key": token, "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}
const statusWithHost = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const url = `${local.address}/public/api/v3/users.me`;
    const headers = { host, "x-api-key": local.token };
    const sent = request(url, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once("error", reject).end();
  });

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-instance-"));
  sample = join(dir, "sample");
  await writeSampleProject(sample, { images: 2 });
  local = await start("one");
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((instance) => instance.close()));
  rmSync(dir, { recursive: true, force: true });
});

describe("who may ask an embedded instance", () => {
  it("is who has its token", async () => {
    expect(await call(local, "users.me")).toMatchObject({ status: 200, json: { login: "local" } });
    for (const token of ["", "wrong", `${local.token}x`, local.token.slice(1)])
      expect(await call({ ...local, token }, "users.me")).toEqual({
        status: 401,
        json: {
          error: "The API token is wrong or missing.",
          details: { message: "The API token is wrong or missing." },
        },
      });
  });

  it("is refused before anything is told: an unknown endpoint without a token is 401", async () => {
    expect(await call({ ...local, token: "" }, "no.such")).toMatchObject({ status: 401 });
  });

  it("is who names a loopback host, so no web page can reach it by a name of its own", async () => {
    const { port } = new URL(local.address);
    expect(await statusWithHost(`localhost:${port}`)).toBe(200);
    for (const host of ["evil.example", `127.0.0.1.evil.example:${port}`, "0.0.0.0", "192.168.0.1"])
      expect(await statusWithHost(host)).toBe(403);
  });
});

describe("a request an embedded instance cannot answer", () => {
  it.each(["no.such", "constructor", "__proto__"])("is 404 when there is no endpoint %s", async (name) => {
    expect(await call(local, name)).toMatchObject({
      status: 404,
      json: { error: `There is no endpoint ${name} here.` },
    });
  });

  it.each([
    ["projects.info", { id: "1" }, /^id: /],
    ["projects.info", {}, /^id: /],
    ["images.list", { datasetId: 1, filters: [{ type: "entities_collection", data: {} }] }, /^filters\.0/],
    ["projects.info", 7, /^The body: /],
    ["projects.info", "{", /not JSON/],
  ])("is 400 and names the place when the body is malformed: %s %j", async (name, body, message) => {
    expect(await call(local, name, body)).toMatchObject({
      status: 400,
      json: { error: expect.stringMatching(message) },
    });
  });

  it.each(["projects.info", "datasets.info", "tasks.info", "teams.info", "agents.info", "ecosystem.info"])(
    "is 404 when what it asks for is not there: %s",
    async (name) => {
      expect(await call(local, name, { id: 99 })).toMatchObject({ status: 404 });
    },
  );
});

describe("the state of an embedded instance", () => {
  const modules = async (of: LocalInstance) => {
    const { json } = await call(of, "ecosystem.list");
    const { entities } = json as { entities: { id: number; slug: string }[] };
    return Object.fromEntries(entities.map(({ slug, id }) => [slug, id]));
  };
  const run = (of: LocalInstance) =>
    call(of, "tasks.run.app", { agentId: 1, workspaceId: 1, moduleId: 1001, params: { state: { act: "" } } });

  it("survives a restart: token, project, collection and the ids of apps", async () => {
    const project = await local.importProject(sample, { name: "kept" });
    const before = await call(local, "annotations.list", { datasetId: project.datasets[0]?.id });
    const collection = local.addCollection(project.id, "some", [1]);
    await local.close();

    const again = await start("one", [app("a/new"), app("a/two"), app("a/one")]);
    expect(again.token).toBe(local.token);
    expect(await call(again, "annotations.list", { datasetId: project.datasets[0]?.id })).toEqual(before);
    const collections = await call(again, "entities-collections.list", { projectId: project.id });
    expect(collections.json).toMatchObject({
      entities: [{ id: collection.id, name: "some", itemsCount: 1 }],
    });
    expect(await modules(again)).toMatchObject({ "a/one": 1001, "a/two": 1002, "a/new": 1003 });
  });

  it("keeps a task that close() stopped as stopped", async () => {
    await run(local);
    await local.close();
    const again = await start("one");
    expect((await call(again, "tasks.info", { id: 1 })).json).toMatchObject({ id: 1, status: "stopped" });
    expect((await run(again)).json).toMatchObject([{ taskId: 2 }]);
  });

  it("makes an error of a task that ran when the instance went down", async () => {
    await local.close();
    const task = {
      ...{ id: 1, status: "started", moduleId: 1001, agentId: 1, workspaceId: 1, teamId: 1, userId: 1 },
      ...{ name: "", description: "", createdAt: "2026-01-01T00:00:00.000Z" },
      ...{ startedAt: "2026-01-01T00:00:00.000Z", finishedAt: null, state: {}, output: {} },
    };
    mkdirSync(join(dir, "one", "tasks", "1"), { recursive: true });
    writeFileSync(join(dir, "one", "tasks", "1", "task.json"), JSON.stringify(task));
    const again = await start("one");
    expect((await call(again, "tasks.info", { id: 1 })).json).toMatchObject({
      status: "error",
      finishedAt: expect.any(String),
    });
    expect((await call(again, "tasks.log.download", { id: 1 })).json).toMatchObject([
      { level: "error", message: "The instance was restarted while this task ran." },
    ]);
  });

  it("is its own: two instances in two folders do not disturb each other", async () => {
    const other = await start("two");
    expect(other.token).not.toBe(local.token);
    expect(await call({ ...other, token: local.token }, "users.me")).toMatchObject({ status: 401 });
    await local.importProject(sample);
    expect((await call(other, "projects.list")).json).toMatchObject({ total: 0 });
    await local.close();
    expect(await call(other, "users.me")).toMatchObject({ status: 200 });
  });
});

describe("importing a project", () => {
  it("says what it took in", async () => {
    expect(await local.importProject(sample)).toEqual({
      id: 1,
      name: "sample",
      images: 2,
      datasets: [{ id: 1, name: "scenes" }],
      classes: expect.arrayContaining(["car"]),
      tags: ["train", "val"],
      skipped: 0,
      leftOut: [],
    });
  });

  it("takes nothing in when a file is broken", async () => {
    writeFileSync(join(sample, "scenes", "img", "scene-002.png"), "no picture");
    await expect(local.importProject(sample)).rejects.toThrow("scene-002.png");
    expect((await call(local, "projects.list")).json).toMatchObject({ total: 0 });
  });
});

describe("an embedded instance that is closed", () => {
  it("does not answer, and may be closed again", async () => {
    await local.close();
    await local.close();
    await expect(call(local, "users.me")).rejects.toThrow("fetch failed");
  });

  it("gives up when its port is taken", async () => {
    const port = Number(new URL(local.address).port);
    await expect(startLocalInstance({ dir: join(dir, "two"), port, trainApps: [] })).rejects.toThrow(
      "is taken by another program",
    );
  });
});
