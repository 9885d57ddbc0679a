import { isTrainyardError } from "../../errors/trainyard-error.ts";

/**
 * What became of a start request that was not answered with a task.
 *
 * - `unsent`: no byte left, so nothing can have been created.
 * - `refused`: read and answered no, or in another form; the same request would be answered so again.
 * - `declined`: answered "not now"; it may be sent again.
 * - `lost`: the answer is lost or makes no sense; the instance may be at work on it for some seconds yet.
 * - `slow`: given up by us or by a gateway because it took too long; the instance may be at work on it for longer.
 */
export type SendFate = "unsent" | "refused" | "declined" | "lost" | "slow";

const slowStatuses: readonly unknown[] = [408, 499, 504, 522, 524, 598, 599];
const declinedStatuses: readonly unknown[] = [429, 500, 503, 509];
const lastingStatuses: readonly unknown[] = [501, 505];

/** Reads the fate of a start request from what it threw; an abort that cut it counts as slow. */
export function sendFate(error: unknown): SendFate {
  if (!isTrainyardError(error)) return "slow";
  const { status, unsent, timedOut } = error.facts;
  if (unsent === true) return "unsent";
  if (timedOut === true || slowStatuses.includes(status)) return "slow";
  if (declinedStatuses.includes(status)) return "declined";
  // Source: platform fact: the one refusal that passes, until the agent has reported to the instance.
  if (status === 400 && /Agent(Connected|Ping)/i.test(error.message)) return "declined";
  // A whole answer of another form is the instance's last word: it would answer the next request alike.
  if (error.code === "ANSWER_UNEXPECTED" && status === undefined && error.facts.unreadable !== true)
    return "refused";
  if (lastingStatuses.includes(status) || (typeof status === "number" && status < 500)) return "refused";
  return "lost";
}
