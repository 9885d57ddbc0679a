import { listExperiments } from "@trainyard/core/compare";
import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";
import { table } from "./table.ts";

interface Options {
  readonly project?: string;
  readonly framework?: string;
  readonly model?: string;
  readonly task?: string;
  readonly since?: string;
}

/** `experiments`: what trainings have left. */
export function addExperiments(program: Command, work: WorkPlace): void {
  program
    .command("experiments")
    .description("experiments of finished trainings, newest first")
    .option("--project <id>", "of this project")
    .option("--framework <name>", "of this framework")
    .option("--model <text>", "whose model's name holds this")
    .option("--task <task>", 'e.g. "object detection"')
    .option("--since <time>", "of tasks since this time, e.g. 2026-11-01")
    .action(async ({ project, ...filter }: Options) => {
      const found = await listExperiments(work.instance(), {
        ...filter,
        ...(project === undefined ? {} : { project: Number(project) }),
      });
      const lines = found.map((one) => [
        ...[String(one.taskId), one.name, `${one.framework}/${one.model}`],
        ...[one.metrics.mAP?.toPrecision(3) ?? "", one.bestCheckpoint],
      ]);
      work.print(found, table([["task", "experiment", "model", "mAP", "best checkpoint"], ...lines]));
    });
}
