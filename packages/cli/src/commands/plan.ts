import type { Command } from "commander";
import type { TrainingOptions } from "../training-options.ts";
import { chainOf, withTrainingOptions } from "../training-options.ts";
import type { WorkPlace } from "../work-place.ts";

/** `plan`: what would be done. */
export function addPlan(program: Command, work: WorkPlace): void {
  withTrainingOptions(program.command("plan"))
    .description("decides all that a training leaves open, by reading the instance; starts nothing")
    .option("--strict", "takes warnings for errors")
    .action(async ({ strict = false, ...options }: TrainingOptions & { readonly strict?: boolean }) => {
      const chain = await chainOf(options, work.cwd, work.instance());
      work.print(await chain.plan({ strict }));
    });
}
