import { isTrainyardError } from "@trainyard/core";
import { Command, CommanderError } from "commander";
import type { CliPlace } from "./cli-place.ts";
import { addAttach } from "./commands/attach.ts";
import { addCheck } from "./commands/check.ts";
import { addCompare } from "./commands/compare.ts";
import { addExperiments } from "./commands/experiments.ts";
import { addInit } from "./commands/init.ts";
import { addMcp } from "./commands/mcp.ts";
import { addPlan } from "./commands/plan.ts";
import { addRuns } from "./commands/runs.ts";
import { addStart } from "./commands/start.ts";
import { addStop } from "./commands/stop.ts";
import { addSweep } from "./commands/sweep.ts";
import { exitCode } from "./exit-code.ts";
import { Stopped } from "./stopped.ts";
import { workPlace } from "./work-place.ts";

const about = `Trainyard: start, watch and compare model trainings on a Supervisely instance.

The instance is that of SERVER_ADDRESS and API_TOKEN, in the environment, in ./local.env or ~/supervisely.env.`;
const more = `
Also: trainyard presets … (named configs), trainyard local … (an embedded instance on this machine).

Exit code: 0 done, 1 failed, 2 the training or the command line is wrong, 3 time-out, 130 detached: the training goes on.`;

/** Runs the command line; gives the exit code. */
export async function runCli(args: readonly string[], place: CliPlace = {}): Promise<number> {
  const [name, ...rest] = args;
  // They bring command lines of their own.
  if (name === "presets") return (await import("@trainyard/presets/node")).runPresetsCli(rest, place);
  if (name === "local") return (await import("@trainyard/local")).runLocalCli(rest);
  const program = new Command("trainyard");
  const work = workPlace(place, () => program.opts().json === true);
  program
    .description(about)
    .option("--json", "prints results as JSON")
    .addHelpText("after", more)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => work.out(text.trimEnd()),
      writeErr: (text) => work.err(text.trimEnd()),
    })
    .showSuggestionAfterError()
    .enablePositionalOptions(false);
  const adders = [
    addInit,
    addCheck,
    addPlan,
    addStart,
    addAttach,
    addStop,
    addRuns,
    addExperiments,
    addCompare,
    addSweep,
    addMcp,
  ];
  for (const add of adders) add(program, work);
  for (const command of program.commands) command.exitOverride().option("--json", "prints results as JSON");
  program.hook("preAction", (_, action) => {
    if (action.opts().json === true) program.setOptionValue("json", true);
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Stopped) return error.code;
    if (isTrainyardError(error)) {
      work.err(
        work.isJson() ? JSON.stringify(error, null, 2) : `${error.message}\n(${error.code}: ${error.page})`,
      );
      return exitCode(error);
    }
    work.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
