import type { Split, TrainRun } from "@trainyard/core";
import { collections, datasets, random, TrainApi, tags } from "@trainyard/core";
import { connectFromEnv } from "@trainyard/core/node";
import type { Recording, Values } from "./recording.ts";
import { worldOf } from "./recording.ts";
import type { ReplayServer } from "./replay-server.ts";
import { startReplayServer } from "./replay-server.ts";

/** What became of a recorded call when it was made with this library. */
export interface Outcome extends Pick<ReplayServer, "requests" | "startBodies" | "created" | "token"> {
  readonly run?: TrainRun;
  readonly error?: unknown;
}

const outcomes = new Map<Recording, Promise<Outcome>>();

/** Makes the call of a recording with TrainApi against a server that plays the recording's world; once for all. */
export function replay(recording: Recording): Promise<Outcome> {
  const outcome = outcomes.get(recording) ?? makeCall(recording);
  outcomes.set(recording, outcome);
  return outcome;
}

async function makeCall(recording: Recording): Promise<Outcome> {
  const server = await startReplayServer(worldOf(recording.world), recording.faults ?? []);
  const { requests, startBodies, created, token } = server;
  const seen = { requests, startBodies, created, token };
  try {
    return { ...seen, run: await call(recording, server) };
  } catch (error) {
    return { ...seen, error };
  } finally {
    await server.close();
  }
}

async function call({ input }: Recording, server: ReplayServer): Promise<TrainRun> {
  const said: Readonly<Record<string, string>> = { $MOCK: server.address, $TOKEN: server.token };
  const env = Object.entries(input.env ?? {}).map(([name, value]) => [name, said[value] ?? value]);
  let seed = 0.5;
  const instance = connectFromEnv({
    env: { SERVER_ADDRESS: server.address, API_TOKEN: server.token, ...Object.fromEntries(env) },
    cwd: "/nowhere",
    home: "/nowhere",
    retries: 1,
    runtime: {
      sleep: async (_, signal) => signal?.throwIfAborted(),
      random: () => {
        seed = (seed * 997 + 0.123) % 1;
        return seed;
      },
    },
  });
  const api = new TrainApi(instance);
  const method = input.method === "rerun_from_task_id" ? "rerun" : input.method;
  const named = Object.entries(input.kwargs ?? {}).map(([name, value]) => [camelCase(name), splitOf(value)]);
  // Python's positional arguments become JavaScript's, however wrong that is.
  const args: unknown[] = [...(input.args ?? []), Object.fromEntries(named)];
  return await Reflect.apply(api[method], api, args);
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The SDK's split objects are made by functions here; anything else is passed on as it is. */
function splitOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("$split" in value)) return value;
  const { $split, ...given }: Values = { ...value };
  const make: Readonly<Record<string, (...args: never[]) => Split>> = {
    RandomSplit: random,
    DatasetsSplit: datasets,
    TagsSplit: tags,
    CollectionsSplit: collections,
  };
  const names: Readonly<Record<string, readonly string[]>> = {
    RandomSplit: ["percent", "split"],
    DatasetsSplit: ["train_datasets", "val_datasets"],
    TagsSplit: ["train_tag", "val_tag"],
    CollectionsSplit: ["train_collections", "val_collections"],
  };
  const kind = String($split);
  const untagged = kind === "TagsSplit" ? [{ untagged: given.untagged_action }] : [];
  const args: unknown[] = [...(names[kind] ?? []).map((name) => given[name]), ...untagged];
  const maker = make[kind];
  if (maker === undefined) throw new Error(`There is no split ${kind}.`);
  return Reflect.apply(maker, undefined, args);
}
