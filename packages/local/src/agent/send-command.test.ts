import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendCommand } from "./send-command.ts";

/** Where Node keeps what its fetch sends with. */
const dispatcher = Symbol.for("undici.globalDispatcher.1");
const server = createServer((request, response) => {
  let text = "";
  request.on("data", (part) => {
    text += part;
  });
  request.on("end", () => {
    if (request.url === "/none") return response.writeHead(204).end();
    if (request.url === "/cut") return request.socket.destroy();
    const answer = () =>
      response
        .writeHead(request.url === "/odd" ? 422 : 200, { "content-type": "application/json; charset=utf-8" })
        .end(JSON.stringify({ url: request.url, type: request.headers["content-type"], body: text }));
    setTimeout(answer, request.url === "/train_from_api" ? 2500 : 0);
  });
});
let port = 0;

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const send = (command: string, timeout = 10_000) =>
  sendCommand({ port: Promise.resolve(port), settled: Promise.resolve() }, command, { a: "é" }, timeout);
const url = (path: string) => `http://127.0.0.1:${port}${path}`;

describe("a command to an app", () => {
  it("comes back with its status, type and body", async () => {
    const answer = await send("/odd");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      422,
      "application/json; charset=utf-8",
    ]);
    expect(await answer.json()).toEqual({ url: "/odd", type: "application/json", body: '{"a":"é"}' });
    expect((await send("none")).status).toBe(204);
  });

  it("is waited for however long fetch would wait for the beginning of an answer", async () => {
    await fetch(url("/"), { method: "POST" });
    const usual: object = Reflect.get(globalThis, dispatcher);
    // Five minutes made one second: Node's fetch then gives up on this answer, which shows that the bound is there.
    Reflect.set(globalThis, dispatcher, Reflect.construct(usual.constructor, [{ headersTimeout: 1000 }]));
    const [fetched, sent] = await Promise.allSettled([
      fetch(url("/train_from_api"), { method: "POST" }),
      send("train_from_api"),
    ]).finally(() => Reflect.set(globalThis, dispatcher, usual));
    expect(fetched).toMatchObject({ reason: { cause: { code: "UND_ERR_HEADERS_TIMEOUT" } } });
    expect(sent).toMatchObject({ value: { status: 200 } });
  });

  it("fails when its own time is over, and when the app hangs up", async () => {
    await expect(send("train_from_api", 50)).rejects.toThrow();
    await expect(send("cut")).rejects.toThrow();
  });
});
