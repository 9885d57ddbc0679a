import type { LocalAgent } from "../agent/local-agent.ts";
import type { LocalTrainApp } from "../agent/local-train-app.ts";
import type { InstanceFile } from "../store/instance-file.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { TaskStore } from "../store/task-store.ts";
import type { TeamFiles } from "../store/team-files.ts";

/** What the endpoints work on. */
export interface Context {
  readonly instance: InstanceFile;
  readonly projects: ProjectStore;
  readonly tasks: TaskStore;
  readonly files: TeamFiles;
  readonly agent: LocalAgent;
  readonly apps: ReadonlyMap<number, LocalTrainApp>;
  now(): string;
}
