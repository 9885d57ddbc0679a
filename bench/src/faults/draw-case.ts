import type { Fault, FaultPlan } from "./fault.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { seededRandom } from "./seeded-random.ts";

/** One start and what is done to it. */
export interface StartCase {
  readonly seed: number;
  readonly number: number;
  /** The caller's own key; undefined leaves it to the library. */
  readonly key: string | undefined;
  readonly plan: FaultPlan;
  /** Virtual milliseconds after which the caller cancels. */
  readonly abortAfter: number | undefined;
}

const statuses = [
  400, 401, 403, 404, 408, 413, 422, 429, 499, 500, 501, 502, 503, 504, 505, 509, 521, 522, 524, 598,
] as const;
const garbage = [
  "<html><body>Bad gateway</body></html>",
  "",
  "[]",
  "{}",
  "null",
  '{"taskId":7}',
  '[{"name":"no id"}]',
  '[{"taskId":"7"}]',
  '"7"',
  "[{",
] as const;

/**
 * Milliseconds until when the client looks for a request that it lost: 7 s after a reset and 15 s after a time-out,
 * and once more 2 s after the request that it sent then. A later one is out of reach of any client.
 */
const withinReach = { reset: 8500, hang: 16_500 };

const kinds = [
  ...(["status", "status", "status", "reset", "hang", "drip", "truncated"] as const),
  ...(["garbage", "redirect", "twice", "late", "refused", "unresolved", "none"] as const),
] as const;
const answers = ["first", "second", "reset"] as const;
const ends = ["reset", "hang"] as const;

function drawFault(random: SeededRandom): Fault {
  const acted = random.chance(0.5);
  const kind = random.pick(kinds);
  switch (kind) {
    case "status": {
      const status = random.pick(statuses);
      const asks = (status === 429 || status === 503) && random.chance(0.6);
      return asks ? { kind, acted, status, retryAfter: drawRetryAfter(random) } : { kind, acted, status };
    }
    case "garbage":
      return { kind, acted, body: random.pick(garbage) };
    case "twice":
      return { kind, answer: random.pick(answers) };
    case "late": {
      const seen = random.pick(ends);
      return { kind, seen, delay: random.int(withinReach[seen]) };
    }
    case "reset":
    case "hang":
    case "drip":
    case "truncated":
    case "redirect":
      return { kind, acted };
    default:
      return { kind };
  }
}

function drawRetryAfter(random: SeededRandom): string {
  return random.pick(["0", "3", "45", "9999", "soon", new Date(Date.now() + 20_000).toUTCString()]);
}

/** Mostly one, else a storm of one kind, else a mixture. */
function drawFaults(random: SeededRandom, longest: number): readonly Fault[] {
  const first = drawFault(random);
  const length = random.chance(0.5) ? 1 : 1 + random.int(longest);
  const isStorm = random.chance(0.5);
  return Array.from({ length }, (_, at) => (at === 0 || isStorm ? first : drawFault(random)));
}

/** A case is drawn from its number alone, so any can be replayed. */
export function drawCase(seed: number, number: number): StartCase {
  const random = seededRandom(seed, number);
  return {
    seed,
    number,
    key: random.chance(0.1) ? `case-${seed}-${number}` : undefined,
    plan: {
      start: drawFaults(random, 6),
      list: random.chance(0.4) ? drawFaults(random, 8) : [],
      stop: random.chance(0.4) ? drawFaults(random, 3) : [],
    },
    abortAfter: random.chance(0.06) ? random.int(random.pick([50, 5000, 40_000])) : undefined,
  };
}
