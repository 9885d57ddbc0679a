import type { Instance } from "@trainyard/core";
import { attach, isTrainyardError } from "@trainyard/core";

/** Milliseconds between signs of life, which also find out that a client has gone. */
const heartbeat = 15_000;

/**
 * A run's events as a stream (SSE). Each event's id is our cursor, so that a browser that reconnects goes on where it
 * was, on this host or after its restart. The last event is `end`: whoever listens closes then.
 */
export function runStream(
  instance: Instance,
  taskId: number,
  since: string | undefined,
  signal: AbortSignal,
  onEnd: () => void,
): Response {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  const until = AbortSignal.any([signal, gone.signal]);
  let beat: ReturnType<typeof setInterval>;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!until.aborted) controller.enqueue(encoder.encode(text));
      };
      write("retry: 2000\n\n");
      beat = setInterval(() => write(": alive\n\n"), heartbeat);
      const tell = async () => {
        const events = attach(instance, taskId).events({
          signal: until,
          ...(since === undefined ? {} : { since }),
        });
        for await (const { cursor, ...event } of events)
          write(`id: ${cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
        write("event: end\ndata: {}\n\n");
      };
      tell()
        .catch((error: unknown) => {
          const known = isTrainyardError(error)
            ? { code: error.code, detail: error.message }
            : { detail: "The host failed." };
          write(`event: problem\ndata: ${JSON.stringify(known)}\n\n`);
        })
        .finally(() => {
          clearInterval(beat);
          onEnd();
          // A client that went away has closed it already.
          if (!gone.signal.aborted) controller.close();
        });
    },
    cancel() {
      gone.abort();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      // Proxies such as nginx would hold events back.
      "x-accel-buffering": "no",
    },
  });
}
