import type { ServerResponse } from "node:http";
import type { ProxiedCase } from "./proxied-case.ts";

interface Answer {
  readonly status: number;
  readonly text: string;
}
/** A request that has reached the proxy. */
export interface ProxiedRequest {
  readonly endpoint: string;
  /** Its number in its case. */
  readonly exchange: string;
  readonly proxied: ProxiedCase;
  readonly response: ServerResponse;
  /** Lets it reach the instance. */
  deliver(): Promise<Answer>;
}

/** Virtual milliseconds between two bytes of an answer that drips. */
const drip = 5000;

/** Answers one request as its fault says. */
export async function serveFault(request: ProxiedRequest): Promise<void> {
  const { endpoint, proxied, response, deliver } = request;
  const fault = proxied.take(endpoint);
  const acted = "acted" in fault && fault.acted ? await deliver() : undefined;
  switch (fault.kind) {
    case "none":
      return send(response, await deliver());
    case "status": {
      const text = JSON.stringify({ error: "fault", details: { message: textOf(fault.status) } });
      const headers = fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter };
      return send(response, { status: fault.status, text }, headers);
    }
    case "garbage":
      return send(response, { status: 200, text: fault.body });
    case "redirect":
      return send(response, { status: 302, text: "" }, { location: "http://elsewhere.invalid/" });
    case "reset":
      return reset(response);
    case "truncated":
      response.writeHead(200, { "content-type": "application/json", "content-length": "9000" });
      response.write(acted?.text.slice(0, 9) ?? "[{");
      return void setTimeout(() => response.destroy(), 1);
    case "hang":
      return proxied.leave(request.exchange);
    case "drip":
      response.writeHead(200, { "content-type": "application/json" });
      return dribble(request, acted?.text ?? "[{}]");
    case "twice": {
      const first = await deliver();
      const second = await deliver();
      return fault.answer === "reset"
        ? reset(response)
        : send(response, fault.answer === "first" ? first : second);
    }
    case "delay":
      return delay(request, fault);
    case "late":
      return late(request, fault);
    default:
      throw new Error(`${fault.kind} is no fault that a proxy makes.`);
  }
}

function textOf(status: number): string {
  return status === 400
    ? "Agent should call AgentConnected or AgentPing before any other request"
    : "a fault";
}

function send(response: ServerResponse, answer: Answer, headers: Record<string, string> = {}): void {
  response.writeHead(answer.status, { "content-type": "application/json", ...headers }).end(answer.text);
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** One byte, a pause, one byte: longer than anyone waits. */
function dribble({ proxied, exchange, response }: ProxiedRequest, text: string): void {
  let at = 0;
  const next = () => {
    if (response.destroyed || at >= text.length) return void response.end();
    response.write(text[at++]);
    proxied.clock.alarm(drip, next);
    proxied.leave(exchange);
    // The byte gets a moment of real time to arrive before the clock goes on.
    setTimeout(proxied.clock.enter(), 2);
  };
  next();
}

/** The request takes its time on the way there, and its answer on the way back. */
function delay(
  { proxied, exchange, response, deliver }: ProxiedRequest,
  { before, after }: { readonly before: number; readonly after: number },
): void {
  const { clock } = proxied;
  clock.alarm(before, () => {
    const leave = clock.enter();
    const delivered = deliver().then((answer) => {
      clock.alarm(after, () => {
        proxied.hold(exchange);
        send(response, answer);
      });
    });
    delivered.catch(() => response.destroy()).finally(leave);
  });
  proxied.leave(exchange);
}

/** The client hears nothing, or a reset; then the request arrives after all. */
function late(
  { proxied, exchange, response, deliver }: ProxiedRequest,
  fault: { readonly delay: number; readonly seen: "reset" | "hang" },
): void {
  response.once("close", () => {
    proxied.clock.alarm(fault.delay, () => {
      const leave = proxied.clock.enter();
      // Nobody hears the answer, and the bench may be over by then.
      deliver()
        .catch(() => undefined)
        .finally(leave);
    });
  });
  if (fault.seen === "reset") reset(response);
  else proxied.leave(exchange);
}
