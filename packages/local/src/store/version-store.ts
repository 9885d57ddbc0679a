import { join } from "node:path";
import * as v from "valibot";
import { ApiError } from "./api-error.ts";
import type { InstanceFile } from "./instance-file.ts";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** A version of a project. */
export interface ProjectVersion {
  readonly id: number;
  readonly projectId: number;
  /** Counted from 1 within its project. */
  readonly version: number;
  readonly createdAt: string;
  /** The archive in Team Files. */
  readonly teamFileId: number | null;
  readonly title: string;
  readonly description: string;
}

const schema: v.GenericSchema<unknown, readonly ProjectVersion[]> = v.array(
  v.object({
    id: v.number(),
    projectId: v.number(),
    version: v.number(),
    createdAt: v.string(),
    teamFileId: v.nullable(v.number()),
    title: v.string(),
    description: v.string(),
  }),
);

/** Versions of projects. What is reserved only does not survive a restart. */
export class VersionStore {
  readonly #path: string;
  readonly #instance: InstanceFile;
  readonly #reserved = new Map<number, { projectId: number; token: string; createdAt: string }>();

  constructor(dir: string, instance: InstanceFile) {
    this.#path = join(dir, "versions.json");
    this.#instance = instance;
  }

  /** Oldest first. */
  list(projectId: number): readonly ProjectVersion[] {
    return this.#all().filter((version) => version.projectId === projectId);
  }

  /** @throws ApiError 400 while another reservation of the project stands. */
  reserve(projectId: number, token: string, createdAt: string): number {
    if ([...this.#reserved.values()].some((other) => other.projectId === projectId))
      throw new ApiError(400, "A version of the project is already committing.");
    const id = this.#instance.takeIds("version");
    this.#reserved.set(id, { projectId, token, createdAt });
    return id;
  }

  /** @throws ApiError 400 */
  commit(
    id: number,
    token: string,
    said: Pick<ProjectVersion, "teamFileId" | "title" | "description">,
  ): void {
    const { projectId, createdAt } = this.#take(id, token);
    const version = this.list(projectId).length + 1;
    writeJsonFile(this.#path, [...this.#all(), { id, projectId, version, createdAt, ...said }]);
  }

  /** @throws ApiError 400 */
  cancel(id: number, token: string): void {
    this.#take(id, token);
  }

  #take(id: number, token: string): { projectId: number; createdAt: string } {
    const kept = this.#reserved.get(id);
    if (kept === undefined || kept.token !== token)
      throw new ApiError(400, `There is no reservation ${id} with this token.`);
    this.#reserved.delete(id);
    return kept;
  }

  #all(): readonly ProjectVersion[] {
    return readJsonFile(this.#path, schema) ?? [];
  }
}
