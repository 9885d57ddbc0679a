import { attach } from "@trainyard/core";
import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";

/** `stop`: ends a training. */
export function addStop(program: Command, work: WorkPlace): void {
  program
    .command("stop <ref>")
    .description("stops a training, and says what the platform made of it")
    .action(async (ref: string) => work.print(await attach(work.instance(), ref).stop()));
}
