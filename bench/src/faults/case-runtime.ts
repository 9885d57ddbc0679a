import type { Runtime } from "@trainyard/core";
import type { ProxiedCase } from "./proxied-case.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** The runtime of a client in a case: the case's clock, seeded chance, and a fetch whose requests the proxy knows. */
export function caseRuntime(
  number: string,
  proxied: ProxiedCase,
  random: SeededRandom,
  closedAddress: string,
): Runtime {
  const { clock } = proxied;
  return {
    now: () => clock.now(),
    sleep: (ms, signal) => clock.sleep(ms, signal),
    alarm: (ms, ring) => clock.alarm(ms, ring),
    random: () => random.next(),
    fetch: async (input, init) => {
      const asked = input instanceof Request && init === undefined ? input : new Request(input, init);
      const exchange = proxied.begin();
      const leave = () => proxied.leave(exchange);
      try {
        return whole(await fetch(faulty(asked, { number, exchange, proxied, closedAddress })), leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
  };
}

interface Sending {
  readonly number: string;
  readonly exchange: string;
  readonly proxied: ProxiedCase;
  readonly closedAddress: string;
}

/** Faults of the connection itself happen here, before there is a proxy to make them. */
function faulty(request: Request, { number, exchange, proxied, closedAddress }: Sending): Request {
  const endpoint = request.url.split("/").at(-1) ?? "";
  const { kind } = proxied.peek(endpoint);
  if (kind === "refused") {
    proxied.take(endpoint);
    return new Request(closedAddress, request);
  }
  if (kind === "unresolved") {
    proxied.take(endpoint);
    const cause = Object.assign(new Error("getaddrinfo ENOTFOUND nowhere.invalid"), { code: "ENOTFOUND" });
    throw new TypeError("fetch failed", { cause });
  }
  request.headers.set("x-case", number);
  request.headers.set("x-exchange", exchange);
  return request;
}

/** The same answer, which tells when its last byte was read. */
function whole(response: Response, leave: () => void): Response {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    leave();
    return response;
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        controller.close();
        leave();
      } catch (error) {
        controller.error(error);
        leave();
      }
    },
    cancel(reason) {
      leave();
      return reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}
