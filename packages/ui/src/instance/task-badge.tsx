import { Badge } from "../parts/badge.tsx";
import type { Tone } from "../parts/tone.ts";

const tones: Readonly<Record<string, Tone | "">> = {
  finished: "good",
  error: "bad",
  stopped: "warn",
  terminating: "warn",
  started: "info",
};

/** A task's status as a pill. */
export function TaskBadge({ status }: { readonly status: string }) {
  return <Badge tone={tones[status] ?? ""}>{status}</Badge>;
}
