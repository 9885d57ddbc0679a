import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LocalTrainApp } from "./agent/local-train-app.ts";
import { writeSampleProject } from "./sample/write-sample-project.ts";
import type { LocalInstance } from "./start-local-instance.ts";
import { startLocalInstance } from "./start-local-instance.ts";

let dir: string;
const open: LocalInstance[] = [];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-local-"));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((instance) => instance.close()));
  await rm(dir, { recursive: true, force: true });
});

/** An app that listens, echoes what it was given, and ends as its state says. */
const tinyApp: LocalTrainApp = {
  slug: "tests/tiny",
  name: "Tiny",
  framework: "Tiny",
  version: "v1",
  description: "",
  categories: ["train", "framework:Tiny"],
  filePaths: {},
  files: {},
  module: new URL("./agent/fixtures/tiny-app.mjs", import.meta.url).href,
  env: {},
};

async function start(): Promise<LocalInstance> {
  const instance = await startLocalInstance({ dir: join(dir, "instance"), trainApps: [tinyApp] });
  open.push(instance);
  return instance;
}

async function call(
  instance: LocalInstance,
  endpoint: string,
  body: unknown,
  token: string = instance.token,
) {
  const response = await fetch(`${instance.address}/public/api/v3/${endpoint}`, {
    method: "POST",
    headers: { "x-api-key": token },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    json: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : undefined,
  };
}

async function run(instance: LocalInstance, state: Record<string, unknown>): Promise<number> {
  const body = { agentId: 1, workspaceId: 1, moduleId: 1001, description: "d", params: { state } };
  return (await call(instance, "tasks.run.app", body)).json[0].taskId;
}

async function until(instance: LocalInstance, id: number, status: string): Promise<void> {
  await expect
    .poll(async () => (await call(instance, "tasks.info", { id })).json.status, { timeout: 10_000 })
    .toBe(status);
}

describe("an embedded instance", () => {
  it("answers nobody without its token, and no host but loopback", async () => {
    const instance = await start();
    expect((await call(instance, "teams.list", {}, "wrong")).status).toBe(401);
    expect((await call(instance, "teams.list", {})).json.entities[0].name).toBe("Local");
    const { port } = new URL(instance.address);
    const status = await new Promise((resolve) => {
      const options = {
        port,
        host: "127.0.0.1",
        path: "/public/api/v3/teams.list",
        headers: { host: "evil.example" },
      };
      request(options, (response) => resolve(response.statusCode)).end();
    });
    expect(status).toBe(403);
  });

  it("names what is wrong with a call", async () => {
    const instance = await start();
    expect(await call(instance, "no.such", {})).toMatchObject({
      status: 404,
      json: { error: "There is no endpoint no.such here." },
    });
    expect((await call(instance, "projects.info", { id: "1" })).json.error).toMatch(/^id: /);
    expect((await call(instance, "projects.info", { id: 9 })).json.error).toBe("There is no project 9.");
    expect((await call(instance, "constructor", {})).status).toBe(404);
  });

  it("keeps projects, tasks, ids and its token over a restart", async () => {
    await writeSampleProject(join(dir, "scenes"), { images: 4 });
    const first = await start();
    const project = await first.importProject(join(dir, "scenes"));
    const task = await run(first, { end: "exit", code: 0 });
    await until(first, task, "finished");
    await first.close();

    const second = await start();
    expect(second.token).toBe(first.token);
    expect((await call(second, "projects.info", { id: project.id })).json).toMatchObject({
      name: "scenes",
      imagesCount: 4,
    });
    expect((await call(second, "tasks.info", { id: task })).json.status).toBe("finished");
    expect((await second.importProject(join(dir, "scenes"))).id).toBe(project.id + 1);
  });

  it("gives a project back as it was imported", async () => {
    await writeSampleProject(join(dir, "scenes"), { images: 3 });
    const instance = await start();
    const { id } = await instance.importProject(join(dir, "scenes"));
    await instance.exportProject(id, join(dir, "out"));
    const ann = join("scenes", "ann", "scene-002.png.json");
    expect(JSON.parse(await readFile(join(dir, "out", ann), "utf8"))).toEqual(
      JSON.parse(await readFile(join(dir, "scenes", ann), "utf8")),
    );
    expect((await instance.importProject(join(dir, "out"))).images).toBe(3);
  });

  it("takes in a project whole or not at all, and names the broken file", async () => {
    await writeSampleProject(join(dir, "scenes"), { images: 3 });
    const instance = await start();
    const file = join(dir, "scenes", "scenes", "img", "scene-002.png");
    const image = await readFile(file);
    await writeFile(file, image.subarray(0, image.length / 2));
    await expect(instance.importProject(join(dir, "scenes"))).rejects.toThrow(
      /scene-002\.png: the image cannot be decoded/,
    );
    await writeFile(file, image);
    await writeFile(join(dir, "scenes", "scenes", "ann", "scene-003.png.json"), "{");
    await expect(instance.importProject(join(dir, "scenes"))).rejects.toThrow(
      /scene-003\.png\.json: the file is not JSON/,
    );
    await expect(instance.importProject(dir)).rejects.toThrow(/there is no meta\.json/);
    expect((await call(instance, "projects.list", {})).json.total).toBe(0);
    const projects = join(dir, "instance", "projects");
    expect(existsSync(projects) ? readdirSync(projects) : []).toEqual([]);
  });

  it("keeps every path of Team Files inside its folder", async () => {
    const instance = await start();
    const place = join(dir, "instance", "team-files", "1");
    await mkdir(place, { recursive: true });
    await writeFile(join(dir, "secret"), "s");
    symlinkSync(dir, join(place, "link"));
    for (const path of ["/../../instance.json", "/a/../../../instance.json", "/link/secret", "/a\0b"]) {
      expect((await call(instance, "file-storage.download", { teamId: 1, path })).status).toBe(400);
    }
    const form = new FormData();
    form.append("path", "/../escaped");
    form.append("file", new Blob(["x"]), "escaped");
    const upload = `${instance.address}/public/api/v3/file-storage.bulk.upload?teamId=1`;
    const { status } = await fetch(upload, {
      method: "POST",
      headers: { "x-api-key": instance.token },
      body: form,
    });
    expect(status).toBe(400);
  });
});

describe("the local agent", () => {
  it("hands the state over typed and as text, and passes commands on", async () => {
    const instance = await start();
    const id = await run(instance, { end: "wait", name: "12345", flag: true, slyProjectId: 3 });
    const ask = () => call(instance, "tasks.request.direct", { taskId: id, command: "env", timeout: 5 });
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
    const { json } = await ask();
    expect(JSON.parse(json.MODAL_STATE).name).toBe("12345");
    expect(json).toMatchObject({
      "modal.state.name": "12345",
      "modal.state.flag": "True",
      PROJECT_ID: "3",
      TASK_ID: String(id),
    });
    expect((await call(instance, "tasks.stop", { id })).json.status).toBe("stopped");
  });

  it("tells an app that ended well from one that failed, with its last words", async () => {
    const instance = await start();
    const [good, bad] = [
      await run(instance, { end: "exit", code: 0 }),
      await run(instance, { end: "exit", code: 3 }),
    ];
    await until(instance, good, "finished");
    await until(instance, bad, "error");
    const query = `${instance.address}/public/api/v3/tasks.log.download?id=${bad}`;
    const log: unknown = await (await fetch(query, { headers: { "x-api-key": instance.token } })).json();
    expect(log).toMatchObject([
      { message: "leaving with 3" },
      { message: "The app ended with exit code 3.", level: "error" },
    ]);
  });

  it("leaves no process behind when the instance closes", async () => {
    const instance = await start();
    const id = await run(instance, { end: "wait" });
    const ask = () => call(instance, "tasks.request.direct", { taskId: id, command: "pid", timeout: 5 });
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
    const { pid } = (await ask()).json;
    await instance.close();
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });
});
