import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { tags, train } from "@trainyard/builder";
import type { Trainyard } from "@trainyard/server";
import { createTrainyard } from "@trainyard/server";
import { connectRemote } from "@trainyard/server/client";
import { trainyard as expressTrainyard } from "@trainyard/server/express";
import { trainyardPlugin } from "@trainyard/server/fastify";
import { trainyard as honoTrainyard } from "@trainyard/server/hono";
import { toNextHandlers } from "@trainyard/server/next";
import { toNodeHandler } from "@trainyard/server/node";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let yard: Trainyard;
const failures: unknown[] = [];
beforeAll(async () => {
  world = await startSampleWorld(12);
  yard = createTrainyard({ instance: world.instance, logger: (error) => failures.push(error) });
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

const spec = (more: object = {}) => ({
  project: world.project.id,
  model: "YOLO/YOLO26n-det",
  split: tags("train", "val"),
  tune: { epochs: 2 },
  benchmark: false,
  ...more,
});
const chain = () =>
  train(world.instance).on("auto").project(world.project.id).model("YOLO/YOLO26n-det").with(spec());
const at = (path: string, init: RequestInit = {}) =>
  yard.fetch(new Request(`http://localhost/api/trainyard${path}`, init));
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  at(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
async function json(
  answer: Promise<Response>,
): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
  const response = await answer;
  return { status: response.status, body: await response.json() };
}
/** The events of a stream until it ends, or until there are so many. */
async function eventsOf(response: Response, most = Number.POSITIVE_INFINITY) {
  const events: { id: string; event: string; data: string }[] = [];
  let rest = "";
  for await (const part of response.body ?? []) {
    const blocks = (rest + new TextDecoder().decode(part)).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1] ?? "";
      if (field("event") !== "") events.push({ id: field("id"), event: field("event"), data: field("data") });
      if (events.length >= most) return events;
    }
  }
  return events;
}

describe("the mounted routes", () => {
  it("plan, show, and start just what was shown; a key starts nothing twice", async () => {
    const { body: plan } = await json(post("/plan", { spec: spec() }));
    expect(plan).toMatchObject({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: expect.stringContaining("nothing is started yet"),
    });
    const first = await json(post("/start", { hash: plan.hash }, { "idempotency-key": "shown" }));
    expect(first).toMatchObject({ status: 200, body: { adopted: false } });
    const again = await json(post("/start", { hash: plan.hash, key: "shown" }));
    expect(again.body).toMatchObject({ taskId: first.body.taskId, adopted: true });
    expect(await json(post("/start", { hash: "0".repeat(64) }))).toMatchObject({
      ...{ status: 409, body: { code: "PLAN_STALE", type: "docs/errors/PLAN_STALE.md" } },
    });
    const other = await json(post("/start", { spec: spec({ tune: { epochs: 3 } }), key: "shown" }));
    expect(other).toMatchObject({ status: 409, body: { code: "KEY_REUSED" } });
  });

  it("tell what happens as events that a client resumes, without gap or repeat, until the end", async () => {
    const run = await chain().start();
    const path = `/runs/${run.taskId}/events`;
    const first = await eventsOf(await at(path), 4);
    const last = first.at(-1)?.id ?? "";
    const rest = await eventsOf(await at(path, { headers: { "last-event-id": last } }));
    expect(rest.at(-1)?.event).toBe("end");
    const whole = await eventsOf(await at(path));
    const said = (events: typeof whole) =>
      events.filter(({ event }) => event === "log").map(({ data }) => JSON.parse(data).message);
    expect([...said(first), ...said(rest)]).toEqual(said(whole));
    expect(await json(at(`/runs/${run.taskId}`))).toMatchObject({ body: { state: { phase: "finished" } } });
    expect((await json(at(`/runs/${run.taskId}/metrics`))).body.points).toContainEqual(
      expect.objectContaining({ epoch: 2, name: "loss" }),
    );
    const { body } = await json(at("/experiments?model=26n"));
    expect(body.experiments).toContainEqual(expect.objectContaining({ taskId: run.taskId }));
  }, 60_000);

  it("say what is wrong with its mend, as problem+json, and nothing of the host", async () => {
    const wrong = await post("/check", { spec: spec({ model: "YOLO/YOLO26n-dte" }) });
    expect(JSON.stringify(await wrong.json())).toContain("YOLO26n-det");
    const refused = await post("/plan", { spec: spec({ project: 4711 }) });
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect({ status: refused.status, body: await refused.json() }).toMatchObject({
      ...{ status: 404, body: { code: "PROJECT_NOT_FOUND", status: 404 } },
    });
    for (const [body, status] of [
      ["{", 400],
      ["[]", 400],
      [{ spec: 3 }, 400],
      [{ spec: { projct: 1 } }, 400],
      [{}, 422],
    ] as const)
      expect((await post("/plan", body)).status).toBe(status);
    expect((await at("/nothing")).status).toBe(404);
    expect((await at("/plan")).status).toBe(405);
    expect((await post("/plan", `"${"a".repeat(2 ** 20)}"`)).status).toBe(413);
    expect((await at("/plan", { method: "POST", body: "project=1" })).status).toBe(415);
    expect((await at("/runs/x/events")).status).toBe(404);
    expect(failures).toEqual([]);
  });

  it("are for this machine alone, until authorize says who may do what", async () => {
    const far = new Request("http://localhost/api/trainyard/presets");
    expect((await yard.fetch(far, { remoteAddress: "192.0.2.7" })).status).toBe(401);
    expect((await yard.fetch(new Request("http://rebound.example/api/trainyard/presets"))).status).toBe(401);
    const reader = createTrainyard({ instance: world.instance, authorize: (_, action) => action === "read" });
    const ask = (path: string, init: RequestInit = {}) =>
      reader.fetch(new Request(`https://lab.example/api/trainyard${path}`, init), {
        remoteAddress: "192.0.2.7",
      });
    const start = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect((await ask("/presets")).status).toBe(200);
    expect((await ask("/start", start)).status).toBe(403);
    expect((await post("/start", { spec: spec() }, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post("/start", { spec: spec() }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("end every stream when the host closes, and bound how many there are", async () => {
    const small = createTrainyard({ instance: world.instance, limits: { streams: 1 } });
    const run = await chain().tune({ epochs: 400 }).start();
    const open = () => small.fetch(new Request(`http://localhost/api/trainyard/runs/${run.taskId}/events`));
    const stream = await open();
    expect((await open()).status).toBe(503);
    const told = eventsOf(stream);
    await small.close();
    expect((await told).at(-1)?.event).not.toBe("end");
    expect((await open()).status).toBe(503);
    await run.stop();
  }, 60_000);

  it("are described as OpenAPI and as tools, of one table", async () => {
    const document = (await json(at("/openapi.json"))).body;
    expect(document).toMatchObject({ openapi: "3.1.0" });
    expect(Object.keys(document.paths)).toContain("/api/trainyard/runs/{id}/events");
    const tool = (name: string) => yard.tools.find((one) => one.name === name);
    expect(yard.tools.filter(({ isReadOnly }) => !isReadOnly).map(({ name }) => name)).toEqual([
      "start_training",
      "stop_training",
    ]);
    expect(await tool("describe_training")?.execute({ framework: "yolo" })).toMatchObject([
      { framework: "YOLO" },
    ]);
    await expect(tool("watch_training")?.execute({ id: "x" })).rejects.toThrow(
      "expected an id (a whole number)",
    );
    expect(tool("plan_training")?.schema).toMatchObject({
      type: "object",
      properties: { preset: { type: "string" } },
    });
  });
});

const open: (() => unknown)[] = [];
afterAll(() => Promise.all(open.map((close) => close())));
async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("a host that mounts them", () => {
  const hosts: Readonly<Record<string, () => Promise<string>>> = {
    "node:http": () => listening(createServer(toNodeHandler(yard))),
    express: () => listening(createServer(express().use(expressTrainyard(yard)))),
    "express after express.json()": () =>
      listening(createServer(express().use(express.json()).use(expressTrainyard(yard)))),
    "express under a prefix": () =>
      listening(createServer(express().use("/api/trainyard", express.json(), toNodeHandler(yard)))),
    fastify: async () => {
      const app = fastify();
      open.push(() => app.close());
      await app.register(trainyardPlugin(yard));
      app.post("/own", async ({ body }) => body);
      return app.listen({ port: 0, host: "127.0.0.1" });
    },
    hono: () =>
      new Promise((done) => {
        const { fetch } = new Hono().use(honoTrainyard(yard)).get("/own", ({ text }) => text("own"));
        const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
          done(`http://127.0.0.1:${port}`),
        );
        open.push(() => server.close());
      }),
    next: async () => {
      const { GET, POST } = toNextHandlers(yard);
      const { fetch } = new Hono().get("*", ({ req }) => GET(req.raw)).post("*", ({ req }) => POST(req.raw));
      return new Promise((done) => {
        const server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
          done(`http://127.0.0.1:${port}`),
        );
        open.push(() => server.close());
      });
    },
  };

  it.each(Object.keys(hosts))(
    "is asked by the browser's client, and streams: %s",
    async (name) => {
      const base = await hosts[name]?.();
      const remote = connectRemote(`${base}/api/trainyard`);
      const problems = await remote.check({ spec: train().project(1).model("YOLO/YOLO26n-det") });
      expect(problems).toEqual([]);
      const { hash } = await remote.plan({ spec: spec({ tune: { epochs: 1 } }) });
      const { taskId } = await remote.start({ hash, key: "hosts" });
      const response = await fetch(remote.eventsUrl(taskId));
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      expect((await eventsOf(response, 2)).length).toBe(2);
      await expect(remote.plan({ spec: { project: 4711 } })).rejects.toMatchObject({ code: "STEP_MISSING" });
      expect((await remote.status(taskId)).phase).toEqual(expect.any(String));
    },
    30_000,
  );
});
