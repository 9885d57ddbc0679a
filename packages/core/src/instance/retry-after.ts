/** The longest wait an instance can ask for, in milliseconds: a day. Whoever waits has a bound of its own. */
const longest = 86_400_000;

/**
 * Milliseconds that an answer asks to wait before the next try; undefined when it asks for nothing.
 * A date is read by the answer's own clock where it tells it, since ours may go wrong.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (text === "") return undefined;
  const here = Date.parse(headers.get("date") ?? "");
  const wait = /^\d+(\.\d+)?$/.test(text)
    ? 1000 * Number(text)
    : Date.parse(text) - (Number.isNaN(here) ? now : here);
  return Number.isNaN(wait) ? undefined : Math.min(longest, Math.max(0, wait));
}
