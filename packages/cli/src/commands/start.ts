import { TrainyardError } from "@trainyard/core";
import type { Command } from "commander";
import { Stopped } from "../stopped.ts";
import type { TrainingOptions } from "../training-options.ts";
import { chainOf, withTrainingOptions } from "../training-options.ts";
import type { WorkPlace } from "../work-place.ts";
import { followRun } from "./follow-run.ts";
import type { WaitingOptions } from "./wait-options.ts";
import { withWaitOptions } from "./wait-options.ts";

type Options = TrainingOptions &
  WaitingOptions & { readonly key?: string; readonly yes?: boolean; readonly detach?: boolean };

/** `start`: shows the plan, asks, starts just that, and watches it. */
export function addStart(program: Command, work: WorkPlace): void {
  withWaitOptions(withTrainingOptions(program.command("start")))
    .description("shows the plan, asks, starts it, and watches it to its end")
    .option("--key <key>", "a name for this start: the same key starts nothing twice")
    .option("-y, --yes", "starts without asking")
    .option("-d, --detach", "does not wait: prints the run's ref")
    .action(async ({ key, yes = false, detach = false, ...options }: Options) => {
      const chain = await chainOf(options, work.cwd, work.instance());
      const plan = await chain.plan();
      if (!yes) {
        work.err(String(plan));
        if (work.ask === undefined)
          throw new TrainyardError("INPUT_INVALID", "start: nobody is there to ask.", { hint: "Add --yes." });
        if (!(await work.ask("Start this training?"))) throw new Stopped(1);
      }
      const run = await plan.start(key === undefined ? {} : { key });
      work.err(`${run.adopted ? "Found" : "Started"}: ${run.ref}`);
      if (!detach) return followRun(run, options, work);
      const { taskId, ref, adopted, warnings } = run;
      work.print({ taskId, ref, adopted, warnings }, ref);
    });
}
