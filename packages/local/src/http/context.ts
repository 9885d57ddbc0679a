import type { AgentRow } from "../agent/agent-row.ts";
import type { LocalTrainApp } from "../agent/local-train-app.ts";
import type { TaskRunner } from "../agent/task-runner.ts";
import type { InstanceFile } from "../store/instance-file.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { TaskStore } from "../store/task-store.ts";
import type { TeamFiles } from "../store/team-files.ts";
import type { TeamStore } from "../store/team-store.ts";
import type { VersionStore } from "../store/version-store.ts";
import type { PageSession } from "./page-session.ts";

/** What the endpoints work on. */
export interface Context {
  readonly instance: InstanceFile;
  readonly teams: TeamStore;
  readonly projects: ProjectStore;
  readonly tasks: TaskStore;
  readonly files: TeamFiles;
  readonly versions: VersionStore;
  /** Runs the tasks. */
  readonly agent: TaskRunner;
  /** The training apps by module id. */
  readonly apps: ReadonlyMap<number, LocalTrainApp>;
  /** Who may look at pages. */
  readonly pages: PageSession;
  /** The agents as clients see them. */
  agents(): readonly AgentRow[];
  now(): string;
  /** Told of what no client should be: a failure of the instance itself. */
  log(error: unknown): void;
}
