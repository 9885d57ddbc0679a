import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { appHandler, defineTrainApp, TrainSession } from "@trainyard/app";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SampleWorld, startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
beforeAll(async () => {
  world = await startSampleWorld(4);
});
afterAll(() => world[Symbol.asyncDispose]());

const app = defineTrainApp({
  framework: "Mean",
  models: [{ name: "Mean-1", task: "object detection" }],
  hyperparameters: "epochs: 3\n",
  exports: [],
  autostart: true,
  train: async () => ({ checkpoints: ["best.pt"], best: "best.pt", metrics: {} }),
});
const makeTrainApp = () =>
  appHandler(
    new TrainSession({
      ...{ app, instance: world.instance, taskId: 1, projectId: world.project.id },
      ...{ workDir: join(world.dir, "work"), now: () => new Date() },
    }),
  );

/** What a mounted page must do: its files, its state as a stream, an action. */
async function use(base: string): Promise<void> {
  const html = await fetch(`${base}/`);
  expect(html.headers.get("content-security-policy")).toContain("default-src 'self'");
  const asset = /src="\.\/(assets\/[^"]+)"/.exec(await html.text())?.[1];
  expect((await fetch(`${base}/${asset}`)).headers.get("content-type")).toContain("javascript");
  const act = (body: string, headers = {}) =>
    fetch(`${base}/page/act`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });
  expect(await (await act('{"type":"select"}')).json()).toMatchObject({ version: expect.any(Number) });
  expect((await act('{"type":"select"}', { origin: "http://elsewhere.test" })).status).toBe(403);
  expect((await act('{"type":"edit","form":{"nobody":1}}')).status).toBe(400);
  const events = await fetch(`${base}/page/events`);
  const first = await events.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toContain("event: state");
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
const close = (server: Server) => {
  server.closeAllConnections();
  server.close();
};

describe("a training app's fetch is mounted", () => {
  it("in node:http", async () => {
    const server = createServer(getRequestListener(makeTrainApp().fetch));
    await use(await listening(server));
    close(server);
  });

  it("in Express, below a prefix", async () => {
    const host = express();
    host.use("/train", getRequestListener(makeTrainApp().fetch));
    const server = createServer(host);
    await use(`${await listening(server)}/train`);
    close(server);
  });

  it("in Fastify, in a scope without body parsers", async () => {
    const host = fastify();
    const listener = getRequestListener(makeTrainApp().fetch);
    await host.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
      scope.all("/*", (request, reply) => {
        reply.hijack();
        void listener(request.raw, reply.raw);
      });
    });
    await use(await host.listen({ port: 0, host: "127.0.0.1" }));
    close(host.server);
  });

  it("in Hono, below a prefix", async () => {
    const host = new Hono();
    host.mount("/train", makeTrainApp().fetch);
    const server = createServer(getRequestListener(host.fetch));
    await use(`${await listening(server)}/train`);
    close(server);
  });
});
