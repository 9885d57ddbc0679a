import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { Agent, createServer, request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import type { ProxiedCase } from "./proxied-case.ts";
import { serveFault } from "./serve-fault.ts";

/** Stands between the clients and an instance, and does to each request what its case says. */
export interface FaultProxy extends AsyncDisposable {
  readonly address: string;
  /** An address at which nothing listens. */
  readonly closedAddress: string;
  /** Takes a case in; its requests carry its number in `x-case`. */
  open(number: string, proxied: ProxiedCase): void;
  close(number: string): void;
}

/** Starts a proxy on loopback before the instance at `target`. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, timeout: 3000 });
  const cases = new Map<string, ProxiedCase>();
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  // An idle connection closed by the server would be a fault that no case asked for.
  server.keepAliveTimeout = 600_000;
  const address = await listen(server);
  const shut = createServer();
  const closedAddress = await listen(shut);
  await ended(shut);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const proxied = cases.get(String(request.headers["x-case"]));
    if (proxied === undefined) return void response.writeHead(404).end("{}");
    const endpoint = request.url?.split("/").at(-1) ?? "";
    const deliver = async () => {
      const headers = { "x-api-key": request.headers["x-api-key"], "content-type": "application/json" };
      const sent = httpRequest(`${target}${request.url}`, { method: "POST", headers, agent });
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        sent.once("response", resolve).once("error", reject);
      });
      sent.end(body);
      const answer = await answered;
      return { status: answer.statusCode ?? 0, text: await text(answer) };
    };
    await serveFault({
      endpoint,
      exchange: String(request.headers["x-exchange"]),
      proxied,
      deliver,
      response,
    });
  }
  return {
    address,
    closedAddress,
    open: (number, proxied) => void cases.set(number, proxied),
    close: (number) => void cases.delete(number),
    [Symbol.asyncDispose]: () => {
      agent.destroy();
      return ended(server);
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return `http://127.0.0.1:${address.port}`;
}

async function ended(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
