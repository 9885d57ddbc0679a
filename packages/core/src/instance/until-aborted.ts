import type { Caller } from "./caller.ts";

/** The same instance, every request of which is cut by a signal. */
export function untilAborted(instance: Caller, signal: AbortSignal): Caller {
  return {
    ...instance,
    call: (endpoint, body, answer, options) => instance.call(endpoint, body, answer, { ...options, signal }),
    download: (endpoint, body, options) => instance.download(endpoint, body, { ...options, signal }),
    upload: (endpoint, form, options) => instance.upload(endpoint, form, { ...options, signal }),
  };
}
