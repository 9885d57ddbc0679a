import type { Command } from "commander";

/** How a run is waited for. */
export interface WaitingOptions {
  readonly timeout?: string;
  readonly stall?: string;
  readonly notify?: string;
}

/** Adds how long a run is waited for to a command. */
export function withWaitOptions(command: Command): Command {
  return command
    .option("--timeout <duration>", "gives up the wait after this, e.g. 6h; the training goes on")
    .option("--stall <duration>", "gives up when nothing was heard for this long, e.g. 20m")
    .option("--notify <url>", "posts the end there, signed with TRAINYARD_NOTIFY_SECRET (Standard Webhooks)");
}
