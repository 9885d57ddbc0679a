import { attach } from "@trainyard/core";
import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";
import { followRun } from "./follow-run.ts";
import type { WaitingOptions } from "./wait-options.ts";
import { withWaitOptions } from "./wait-options.ts";

/** `attach`: watches a run that was started anywhere. */
export function addAttach(program: Command, work: WorkPlace): void {
  withWaitOptions(program.command("attach <ref>"))
    .description("watches a training to its end, wherever it was started; <ref> is its ref or its task's id")
    .option("--status", "only says where it stands now")
    .action(async (ref: string, options: WaitingOptions & { readonly status?: boolean }) => {
      const run = attach(work.instance(), ref);
      if (options.status === true) work.print(await run.status());
      else await followRun(run, options, work);
    });
}
