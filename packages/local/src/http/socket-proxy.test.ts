import { once } from "node:events";
import type { IncomingHttpHeaders } from "node:http";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { ApiError } from "../store/api-error.ts";
import { PageSession } from "./page-session.ts";
import { mountSocketProxy } from "./socket-proxy.ts";

const token = "a token of this instance";
let app: Server;
let sockets: WebSocketServer;
let instance: Server;
let port: number;
let seen: { url: string; headers: IncomingHttpHeaders }[];

const portOf = (server: Server) => (server.address() as AddressInfo).port;

beforeEach(async () => {
  seen = [];
  app = createServer((_, response) => response.writeHead(404).end());
  sockets = new WebSocketServer({ server: app, path: "/sly/ws", handleProtocols: () => "v2" });
  sockets.on("connection", (socket, { url = "", headers }) => {
    seen.push({ url, headers });
    socket.send("welcome");
    socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  app.listen(0, "127.0.0.1");
  await once(app, "listening");
  instance = createServer();
  mountSocketProxy(instance, {
    agent: { port: async (id: number) => (id === 7 ? portOf(app) : undefined) } as never,
    tasks: {
      get: (id: number) => {
        if (id > 8) throw new ApiError(404, "There is no task.");
        return { id } as never;
      },
    } as never,
    pages: new PageSession(token),
  });
  instance.listen(0, "127.0.0.1");
  await once(instance, "listening");
  port = portOf(instance);
});
afterEach(() => {
  for (const socket of sockets.clients) socket.terminate();
  for (const server of [instance, app]) {
    server.closeAllConnections();
    server.close();
  }
});

function dial(path = "/apps/sessions/7/sly/ws", headers: Record<string, string> = { "x-api-key": token }) {
  return new WebSocket(`ws://127.0.0.1:${port}${path}`, ["v2", "v1"], { headers });
}
const heard = (socket: WebSocket) => once(socket, "message").then(([data]) => String(data));
const refusal = (socket: WebSocket) => once(socket, "error").then(([error]) => String(error));

describe("a WebSocket of a task's app, through the instance", () => {
  it("carries texts and bytes both ways, and the protocol that the app chose", async () => {
    const socket = dial("/apps/sessions/7/sly/ws?page=3");
    expect(await heard(socket)).toBe("welcome");
    expect(socket.protocol).toBe("v2");
    socket.send("hello");
    expect(await heard(socket)).toBe("hello");
    const bytes = Buffer.alloc(300_000, 5);
    socket.send(bytes);
    const [echo] = await once(socket, "message");
    expect(bytes.equals(echo as Buffer)).toBe(true);
    expect(seen[0]?.url).toBe("/sly/ws?page=3");
    socket.terminate();
  });

  it("tells the app neither the token, the cookies nor the origin", async () => {
    const socket = dial(undefined, { "x-api-key": token, cookie: "a=b", origin: `http://127.0.0.1:${port}` });
    await heard(socket);
    expect(
      Object.keys(seen[0]?.headers ?? {}).filter((name) => /key$|cookie|origin|auth/.test(name)),
    ).toEqual(["sec-websocket-key"]);
    socket.terminate();
  });

  it.each([
    ["without the token", "/apps/sessions/7/sly/ws", {}, 401],
    ["with a wrong token", "/apps/sessions/7/sly/ws", { "x-api-key": "guess" }, 401],
    [
      "of a foreign page",
      "/apps/sessions/7/sly/ws",
      { "x-api-key": token, origin: "http://evil.example" },
      403,
    ],
    ["to a foreign name", "/apps/sessions/7/sly/ws", { "x-api-key": token, host: "evil.example" }, 403],
    ["of a task whose app does not run", "/apps/sessions/8/sly/ws", { "x-api-key": token }, 404],
    ["of no task", "/apps/sessions/9/sly/ws", { "x-api-key": token }, 404],
    ["elsewhere", "/public/api/v3/tasks.list", { "x-api-key": token }, 404],
    ["that the app has not", "/apps/sessions/7/other", { "x-api-key": token }, 400],
  ] as const)("is refused %s", async (_, path, headers, status) => {
    expect(await refusal(dial(path, headers))).toContain(`Unexpected server response: ${status}`);
    expect(seen).toEqual([]);
  });

  it("ends when the app ends it, and when the instance closes", async () => {
    const first = dial();
    await heard(first);
    for (const socket of sockets.clients) socket.terminate();
    await once(first, "close");
    const second = dial();
    await heard(second);
    const closed = once(second, "close");
    const gone = new Promise((done) => instance.close(done));
    instance.closeAllConnections();
    await Promise.all([closed, gone]);
  });
});
