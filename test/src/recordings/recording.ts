import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Values by name, as JSON has them. */
export type Values = Readonly<Record<string, unknown>>;
/** What a server was made to do in place of answering. */
export interface Fault {
  /** Endpoint. */
  readonly method: string;
  readonly action: "status" | "reset" | "body" | "badjson" | "truncate";
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** An answer that is no JSON. */
  readonly raw?: string;
  /** The server acts on the request all the same. */
  readonly process?: boolean;
  /** Default 1. */
  readonly times?: number;
}
/** A call of the platform's SDK as it was recorded, or as it is asked of ours. */
export interface Recording {
  readonly id: number;
  readonly name: string;
  readonly expect: "same-start-body" | "typed-error" | "typed-error-or-better" | "no-duplicate";
  readonly note?: string;
  /** Key of its world. */
  readonly world: string;
  readonly input: {
    readonly method: "run" | "finetune" | "rerun_from_task_id";
    readonly args?: readonly unknown[];
    readonly kwargs?: Values;
    readonly env?: Readonly<Record<string, string>>;
    /** Arguments of the SDK's Api. */
    readonly api?: { readonly retry_count?: number | null };
  };
  readonly faults?: readonly Fault[];
  /** What the SDK gave back, or raised. */
  readonly result?: { readonly id?: number | null };
  readonly error?: { readonly type: string; readonly message: string };
  /** How many tasks there were in the end. */
  readonly tasksCreated: number;
  /** The body of `tasks.run.app`, where it is the right one. */
  readonly startBody?: Values;
}
type Row = Values & { readonly id: number };
/** The state of a server. */
export interface World {
  readonly nextTaskId: number;
  readonly perPage?: Readonly<Record<string, number>>;
  readonly teams: readonly Row[];
  readonly projects: Readonly<Record<string, Row>>;
  readonly projectMeta: Readonly<Record<string, Values>>;
  /** Files by team: JSON content, raw text, or neither. */
  readonly files: Readonly<
    Record<string, readonly { readonly path: string; readonly content?: unknown; readonly raw?: string }[]>
  >;
  readonly modules: readonly (Row & { readonly config: { readonly categories: readonly string[] } })[];
  readonly agents: readonly Row[];
  readonly datasets: Readonly<Record<string, readonly Row[]>>;
  readonly collections: Readonly<Record<string, readonly Row[]>>;
  readonly tasks: Readonly<Record<string, Row>>;
}

const folder = join(import.meta.dirname, "../../fixtures/recordings");
function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder, name), "utf8"));
}

/** The recordings, and further calls of the same kind recorded later, by id. */
export const recordings: readonly Recording[] = [
  ...read<Recording[]>("cases.json"),
  ...read<Recording[]>("further-cases.json"),
];

/** A recording by its name. */
export function recordingNamed(name: string): Recording {
  const recording = recordings.find((item) => item.name === name);
  if (recording === undefined) throw new Error(`There is no recording ${name}.`);
  return recording;
}

const worlds: Readonly<Record<string, World & { readonly base?: string }>> = {
  ...read("worlds.json"),
  ...read("further-worlds.json"),
};

/** The world of a key, with what its base has; values by name are laid over those of the base. */
export function worldOf(key: string): World {
  const world = worlds[key];
  if (world === undefined) throw new Error(`There is no world ${key}.`);
  if (world.base === undefined) return world;
  const base = worldOf(world.base);
  return {
    ...base,
    ...world,
    files: { ...base.files, ...world.files },
    tasks: { ...base.tasks, ...world.tasks },
  };
}
