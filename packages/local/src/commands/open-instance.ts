import { join } from "node:path";
import * as v from "valibot";
import { startLocalInstance } from "../instance/start-local-instance.ts";
import { addressOf } from "../store/folder-lock.ts";
import { readJsonFile } from "../store/json-file.ts";

/** Asks the instance over a folder, as its API and its page are asked. */
export type Ask = <T>(path: string, schema: v.GenericSchema<unknown, T>, body?: unknown) => Promise<T>;

/** The instance that runs over a folder; undefined when none does. */
export function runningInstance(dir: string): { address: string; token: string } | undefined {
  const address = addressOf(dir);
  const kept = readJsonFile(join(dir, "instance.json"), v.looseObject({ token: v.string() }));
  return address === undefined || kept === undefined ? undefined : { address, token: kept.token };
}

/** Works with the instance over a folder: the one that runs, or else one that is there for this work only. */
export async function openInstance<T>(dir: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const running = runningInstance(dir);
  if (running !== undefined) return work(askOf(running));
  const instance = await startLocalInstance({ dir, idle: true, agentEnabled: false });
  try {
    return await work(askOf(instance));
  } finally {
    await instance.close();
  }
}

const problem = v.looseObject({ error: v.string() });

/** Asks an instance at an address. */
export function askOf({ address, token }: { readonly address: string; readonly token: string }): Ask {
  return async (path, schema, body) => {
    const response = await fetch(`${address}${path}`, {
      headers: { "x-api-key": token, "content-type": "application/json" },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return v.parse(schema, JSON.parse(text));
    throw new Error(sentenceOf(text) ?? `${path} answered ${response.status}.`);
  };
}

function sentenceOf(text: string): string | undefined {
  try {
    return v.parse(problem, JSON.parse(text)).error;
  } catch {
    return undefined;
  }
}
