import { sweep } from "@trainyard/builder/sweep";
import { TrainyardError } from "@trainyard/core";
import type { Command } from "commander";
import { Stopped } from "../stopped.ts";
import type { TrainingOptions } from "../training-options.ts";
import { chainOf, withTrainingOptions } from "../training-options.ts";
import type { WorkPlace } from "../work-place.ts";

type Options = TrainingOptions & {
  readonly axis: readonly string[];
  readonly agents?: readonly string[];
  readonly perAgent: string;
  readonly key: string;
  readonly metric: string;
  readonly yes?: boolean;
};

/** `sweep`: many trainings that differ in a few settings. */
export function addSweep(program: Command, work: WorkPlace): void {
  withTrainingOptions(program.command("sweep"))
    .description("trains every combination of some settings, and compares what came of it")
    .requiredOption(
      "--axis <name=v1,v2...>",
      "values in turn, e.g. model=YOLO/YOLO26n-det,YOLO/YOLO26s-det tune.lr0=0.01,0.001",
    )
    .requiredOption("--key <key>", "names the sweep: the same key starts only what is missing")
    .option("--agents <ids...>", "the agents that are leased (default: all with a GPU)")
    .option("--per-agent <n>", "trainings at a time on each", "1")
    .option("--metric <name>", "by which the best is found", "mAP")
    .option("-y, --yes", "starts without asking")
    .action(async ({ axis, agents, perAgent, key, metric, yes = false, ...options }: Options) => {
      const chain = await chainOf(options, work.cwd, work.instance());
      const points = sweep(chain, Object.fromEntries(axis.map(axisOf)));
      if (!yes) {
        work.err(String(points));
        if (work.ask === undefined)
          throw new TrainyardError("INPUT_INVALID", "sweep: nobody is there to ask.", { hint: "Add --yes." });
        if (!(await work.ask(`Start ${points.size} trainings?`))) throw new Stopped(1);
      }
      const leased = agents?.map((agent) => (/^\d+$/.test(agent) ? Number(agent) : agent)) ?? "any";
      const run = points.start({ agents: leased, perAgent: Number(perAgent), key });
      const { outcomes, comparison, best } = await run.finished({ metric });
      const failed = outcomes.filter(({ error }) => error !== undefined);
      for (const { point, error } of failed)
        work.err(`${point.id} failed: ${error instanceof Error ? error.message : String(error)}`);
      const said = comparison === undefined ? String(run) : String(comparison);
      work.print(
        { outcomes: outcomes.length, failed: failed.length, comparison, best },
        `${said}\nBest: ${best?.bestCheckpoint ?? "not ranked"}`,
      );
      if (failed.length > 0) throw new Stopped(1);
    });
}

/** `tune.lr0=0.01,0.001`: each value as JSON where it is some, else as text. */
function axisOf(said: string): readonly [string, readonly unknown[]] {
  const at = said.indexOf("=");
  if (at < 1)
    throw new TrainyardError("INPUT_INVALID", `--axis ${said}: expected NAME=VALUE,VALUE.`, {
      hint: "Write e.g. tune.lr0=0.01,0.001.",
    });
  const values = said
    .slice(at + 1)
    .split(",")
    .map((text) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return text;
      }
    });
  return [said.slice(0, at), values];
}
