import type { IncomingHttpHeaders, IncomingMessage, Server } from "node:http";
import { request } from "node:http";
import type { Duplex } from "node:stream";
import { Hono } from "hono";
import type { Context } from "./context.ts";

/** What an app is told of a handshake, and what a browser of its answer. */
const sent = [
  "upgrade",
  "connection",
  "sec-websocket-key",
  "sec-websocket-version",
  "sec-websocket-protocol",
];
const answered = ["upgrade", "connection", "sec-websocket-accept", "sec-websocket-protocol"];
const extensions = "sec-websocket-extensions";
/** Milliseconds that an app may take to answer a handshake. */
const patience = 10_000;

/**
 * WebSockets of a task's app, below `/apps/sessions/{taskId}/`: the same guard as for its page (loopback, signed in, no
 * foreign origin), the app sees neither cookies, tokens nor origin. They end with either side and with the instance.
 */
export function mountSocketProxy(server: Server, context: Pick<Context, "agent" | "tasks" | "pages">): void {
  const open = new Set<Duplex>();
  const gate = new Hono();
  gate.use(context.pages.guard);
  gate.get("/apps/sessions/:taskId{\\d+}/*", async ({ req, body, text }) => {
    const port = await context.agent.port(context.tasks.get(Number(req.param("taskId"))).id);
    return port === undefined ? text("The task's app does not run.", 404) : body(String(port), 200);
  });
  gate.onError((_, { text }) => text("There is no such task.", 404));
  server.on("upgrade", (incoming: IncomingMessage, client: Duplex, head: Buffer) => {
    open.add(client);
    client.once("close", () => open.delete(client));
    client.on("error", () => client.destroy());
    void connect(gate, incoming, client, head).catch(() => refuse(client, 502));
  });
  server.once("close", () => end(open));
  const { closeAllConnections } = server;
  // Node's own closes no connection that was upgraded, and the server would wait for it.
  server.closeAllConnections = () => {
    end(open);
    closeAllConnections.call(server);
  };
}

async function connect(gate: Hono, incoming: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
  const url = new URL(`http://${incoming.headers.host ?? ""}${incoming.url ?? ""}`);
  if (!["127.0.0.1", "localhost", "[::1]"].includes(url.hostname)) return refuse(client, 403);
  if (incoming.headers.upgrade?.toLowerCase() !== "websocket") return refuse(client, 400);
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const allowed = await gate.fetch(new Request(url, { headers }));
  if (allowed.status !== 200) return refuse(client, allowed.status);
  const port = Number(await allowed.text());
  const path = url.pathname.replace(/^\/apps\/sessions\/\d+/, "") + url.search;
  const options = { host: "127.0.0.1", port, path, headers: pick(incoming.headers, sent), agent: false };
  const out = request({ ...options, timeout: patience });
  client.once("close", () => out.destroy());
  out.once("timeout", () => out.destroy(new Error("The app does not answer.")));
  out.once("error", () => refuse(client, 502));
  out.once("response", (answer) => {
    answer.resume();
    refuse(client, answer.statusCode ?? 502);
  });
  out.once("upgrade", (answer, app, first) => {
    const lines = Object.entries(pick(answer.headers, answered)).map(([name, value]) => `${name}: ${value}`);
    client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("\r\n")}\r\n\r\n`);
    client.write(first);
    app.write(head);
    app.setTimeout(0);
    app.on("error", () => client.destroy());
    app.once("close", () => client.destroy());
    client.once("close", () => app.destroy());
    app.pipe(client).pipe(app);
  });
  out.end();
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): Record<string, string> {
  const kept = [...names, extensions].flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  return Object.fromEntries(kept);
}

function refuse(client: Duplex, status: number): void {
  if (client.destroyed) return;
  client.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function end(open: ReadonlySet<Duplex>): void {
  for (const client of open) client.destroy();
}
