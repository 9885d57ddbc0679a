import { attach, TrainyardError } from "@trainyard/core";
import { projectsInfo, tasksList } from "@trainyard/core/endpoints";
import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";
import { table } from "./table.ts";

/** `runs`: the newest tasks of a workspace. */
export function addRuns(program: Command, work: WorkPlace): void {
  program
    .command("runs")
    .description("the newest tasks of a workspace, newest first")
    .option("--workspace <id>", "the workspace (default: that of --project)")
    .option("--project <id>", "the workspace of this project")
    .option("--limit <n>", "how many", "20")
    .action(
      async ({ workspace, project, limit }: { workspace?: string; project?: string; limit: string }) => {
        const instance = work.instance();
        if (workspace === undefined && project === undefined)
          throw new TrainyardError("INPUT_INVALID", "runs: no workspace is named.", {
            hint: "Add --workspace ID or --project ID.",
          });
        const id =
          workspace === undefined
            ? (await projectsInfo(instance, Number(project))).workspaceId
            : Number(workspace);
        const perPage = Math.min(500, Math.max(1, Number(limit) || 20));
        const { rows } = await tasksList(instance, id, { page: 1, perPage });
        const runs = rows.map(({ id: taskId, status = "", createdAt = "", description = "" }) => ({
          ...{ taskId, status, createdAt, description },
          ref: attach(instance, taskId).ref,
        }));
        const lines = runs.map((run) => [
          String(run.taskId),
          run.status,
          run.createdAt.slice(0, 19),
          run.ref,
        ]);
        work.print(runs, table([["task", "status", "created", "ref"], ...lines]));
      },
    );
}
