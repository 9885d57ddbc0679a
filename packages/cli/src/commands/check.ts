import { formatProblem } from "@trainyard/core/plan";
import type { Command } from "commander";
import { Stopped } from "../stopped.ts";
import type { TrainingOptions } from "../training-options.ts";
import { chainOf, withTrainingOptions } from "../training-options.ts";
import type { WorkPlace } from "../work-place.ts";

/** `check`: every mistake that can be found without an instance. */
export function addCheck(program: Command, work: WorkPlace): void {
  withTrainingOptions(program.command("check"))
    .description("finds every mistake of a training, each with its mend; asks nobody")
    .action(async (options: TrainingOptions) => {
      const problems = (await chainOf(options, work.cwd, undefined)).check();
      const lines = problems.map((problem) => `${problem.severity} ${formatProblem(problem)}`);
      work.print({ problems }, lines.length === 0 ? "Nothing is wrong." : lines.join("\n"));
      if (problems.some(({ severity }) => severity === "error")) throw new Stopped(2);
    });
}
