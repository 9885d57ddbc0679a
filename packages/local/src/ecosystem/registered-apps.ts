import { statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readJsonFile, writeJsonFile } from "../store/json-file.ts";

/** A training app that an instance's folder names. */
export interface RegisteredApp {
  /** The checkout. */
  readonly dir: string;
  readonly python?: string;
  readonly env: Readonly<Record<string, string>>;
}

const schema: v.GenericSchema<unknown, readonly RegisteredApp[]> = v.array(
  v.object({
    dir: v.string(),
    python: v.exactOptional(v.string()),
    env: v.optional(v.record(v.string(), v.string()), {}),
  }),
);

const fileOf = (instanceDir: string) => join(instanceDir, "apps.json");

/** The apps that are registered in an instance's folder. */
export function registeredApps(instanceDir: string): readonly RegisteredApp[] {
  return readJsonFile(fileOf(instanceDir), schema) ?? [];
}

/** A text that is another one whenever the registered apps are others. */
export function registeredAppsMark(instanceDir: string): string {
  const info = statSync(fileOf(instanceDir), { throwIfNoEntry: false });
  return info === undefined ? "none" : `${info.ino} ${info.mtimeMs} ${info.size}`;
}

/** Registers an app, in place of the one of the same checkout. */
export function registerApp(instanceDir: string, app: RegisteredApp): void {
  const others = registeredApps(instanceDir).filter(({ dir }) => dir !== app.dir);
  // Variables may hold secrets of their user.
  writeJsonFile(fileOf(instanceDir), [...others, app], 0o600);
}

/** Takes an app out again; false when there was none. */
export function unregisterApp(instanceDir: string, dir: string): boolean {
  const apps = registeredApps(instanceDir);
  const others = apps.filter((app) => app.dir !== dir);
  if (others.length === apps.length) return false;
  writeJsonFile(fileOf(instanceDir), others, 0o600);
  return true;
}
