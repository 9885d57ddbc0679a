import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import * as v from "valibot";
import { afterEach, describe, expect, it } from "vitest";
import { preparePlan } from "../plan.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { parseModel } from "../spec/parse-model.ts";
import { startContinuation, startTrain } from "../start.ts";
import type { Instance } from "./connect.ts";
import { connect } from "./connect.ts";

const token = "a-token-nobody-may-see";
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A server that answers the first requests as told, one each, and every later one with `{"ok":true}`. */
async function serve(...answers: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    const answer = answers.shift() ?? ((good: ServerResponse) => good.end('{"ok":true}'));
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { address: `http://127.0.0.1:${address.port}`, requests };
}

/** A client whose pauses are only noted down. */
function client(address: string, runtime: Partial<Runtime> = {}) {
  const pauses: number[] = [];
  let now = 0;
  const instance = connect({
    address,
    token,
    runtime: {
      now: () => now,
      sleep: async (ms) => {
        pauses.push(ms);
        now += ms;
      },
      random: () => 1,
      ...runtime,
    },
  });
  const read = (options = {}) => instance.call("things.list", {}, v.object({ ok: v.boolean() }), options);
  return { instance, pauses, read };
}
const failing =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end("{}");

describe("a read", () => {
  it("is repeated with growing pauses while the instance fails", async () => {
    const { address, requests } = await serve(failing(503), failing(500), failing(429));
    const { read, pauses } = client(address);
    expect(await read()).toEqual({ ok: true });
    expect([requests.length, pauses]).toEqual([4, [400, 800, 1600]]);
  });

  it("is repeated when a proxy's page stands in place of JSON, or the connection breaks in the middle", async () => {
    const { address, requests } = await serve(
      (response) => response.end("<html>"),
      (response) => {
        response.writeHead(200, { "content-length": "99" }).write("{");
        setTimeout(() => response.destroy(), 5);
      },
    );
    expect(await client(address).read()).toEqual({ ok: true });
    expect(requests.length).toBe(3);
  });

  it.each([
    ["seconds", { "retry-after": "7" }, 7000],
    [
      "a date, by the instance's own clock",
      { "retry-after": "Thu, 01 Jan 2026 00:00:09 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" },
      9000,
    ],
    ["more than a minute, of which one is granted", { "retry-after": "9999" }, 60_000],
    ["nonsense, which is passed over", { "retry-after": "soon" }, 400],
  ])("waits as long as it is asked to: %s", async (_, headers, wait) => {
    const { address } = await serve(failing(503, headers));
    const { read, pauses } = client(address);
    await read();
    expect(pauses).toEqual([wait]);
  });

  it("does not wait beyond its deadline", async () => {
    const { address, requests } = await serve(failing(503, { "retry-after": "30" }));
    const { read, pauses } = client(address);
    await expect(read({ deadline: 20_000 })).rejects.toMatchObject({ code: "INSTANCE_FAILED" });
    expect([requests.length, pauses]).toEqual([1, []]);
  });

  it.each([
    ["that never comes", () => {}],
    ["that drips", (response: ServerResponse) => void setInterval(() => response.write(" "), 10).unref()],
  ])("ends in time on an answer %s", async (_, answer) => {
    const { address } = await serve(answer);
    const { read } = client(address);
    const began = performance.now();
    await expect(read({ timeout: 150, attempts: "once" })).rejects.toMatchObject({
      code: "INSTANCE_UNREACHABLE",
      facts: { timedOut: true },
    });
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it("ends in time even when the fetch that was handed in heeds no signal", async () => {
    const { read } = client("http://127.0.0.1:1", { fetch: () => new Promise(() => {}) });
    await expect(read({ timeout: 50, attempts: "once" })).rejects.toMatchObject({
      facts: { timedOut: true },
    });
  });

  it("is cut by its signal, in the middle of the answer too, with the signal's reason", async () => {
    const stop = new AbortController();
    const { address } = await serve((response) => {
      response.write("{");
      setTimeout(() => stop.abort(new Error("changed my mind")), 20);
    });
    await expect(client(address).read({ signal: stop.signal })).rejects.toThrow("changed my mind");
  });

  it("does not follow a redirect, so the token goes to no other host", async () => {
    const elsewhere = await serve();
    const { address } = await serve((response) =>
      response.writeHead(307, { location: `${elsewhere.address}/public/api/v3/things.list` }).end(),
    );
    await expect(client(address).read()).rejects.toThrow(`was redirected to ${elsewhere.address}.`);
    expect(elsewhere.requests).toEqual([]);
  });

  it("tells whether the request can have left", async () => {
    const { address } = await serve();
    for (const close of open.splice(0)) close();
    const refused = client(address).read({ attempts: "once" });
    await expect(refused).rejects.toMatchObject({ code: "INSTANCE_UNREACHABLE", facts: { unsent: true } });
    const reset = await serve((response) => response.destroy());
    const lost: unknown = await client(reset.address)
      .read({ attempts: "once" })
      .catch((error: unknown) => error);
    expect(lost).toMatchObject({ code: "INSTANCE_UNREACHABLE" });
    expect(lost).not.toHaveProperty("facts.unsent");
  });
});

describe("planning and starting", () => {
  const ask = { project: 1, model: parseModel("F/M"), agent: 2 };
  const acts: [string, (instance: Instance, signal: AbortSignal) => Promise<unknown>][] = [
    ["plan", (instance, signal) => preparePlan(ask, instance, { signal })],
    ["start", (instance, signal) => startTrain(ask, instance, { signal })],
    [
      "continuation",
      (instance, signal) => startContinuation({ taskId: 1, mode: "new" }, instance, { signal }),
    ],
  ];

  it.each(acts)("end with the signal's reason while the instance is silent (%s)", async (_, act) => {
    const silent = Array.from({ length: 20 }, () => () => {});
    const { address, requests } = await serve(...silent);
    const reason = new Error("enough");
    const early = AbortSignal.abort(reason);
    await expect(act(connect({ address, token }), early)).rejects.toBe(reason);
    expect(requests.length).toBe(0);
    const late = new AbortController();
    setTimeout(() => late.abort(reason), 50);
    await expect(act(connect({ address, token }), late.signal)).rejects.toBe(reason);
  });
});

describe("the look-up of an app's file", () => {
  it("is made once where the file only finds more mistakes, and repeated where it is needed", async () => {
    const { address, requests } = await serve(failing(500), failing(500));
    const { instance, pauses } = client(address);
    await expect(instance.lookups.appFile(7, "models.json", "v1", "asked once")).rejects.toThrow("500");
    expect([requests.length, pauses]).toEqual([1, []]);
    expect(await instance.lookups.appFile(7, "models.json", "v1")).toBe('{"ok":true}');
    expect([requests.length, pauses.length]).toEqual([3, 1]);
  });
});
