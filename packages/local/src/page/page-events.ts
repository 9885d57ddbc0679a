import type { Context as Call } from "hono";
import { streamSSE } from "hono/streaming";

/** Milliseconds between signs of life. */
const heartbeat = 15_000;
/** Milliseconds in which changes are gathered before they are told. */
const gather = 100;

/** A stream of events to a page: `news` is asked for its events at first, and whenever `listen` says that something changed. */
export function pageEvents(
  c: Call,
  listen: (changed: () => void) => () => void,
  news: () => Promise<readonly { readonly event: string; readonly data: unknown }[]>,
): Response {
  return streamSSE(c, async (stream) => {
    let isDue = true;
    let wake = () => {};
    const end = listen(() => {
      isDue = true;
      wake();
    });
    stream.onAbort(() => {
      end();
      wake();
    });
    const beat = setInterval(() => void stream.writeSSE({ event: "alive", data: "" }), heartbeat);
    beat.unref();
    try {
      while (!stream.aborted && !stream.closed) {
        if (isDue) {
          isDue = false;
          for (const { event, data } of await news())
            await stream.writeSSE({ event, data: JSON.stringify(data) });
          await stream.sleep(gather);
          continue;
        }
        await new Promise<void>((done) => {
          wake = done;
        });
      }
    } finally {
      clearInterval(beat);
      end();
    }
  });
}
