import { randomBytes } from "node:crypto";
import { join } from "node:path";
import * as v from "valibot";
import { readJsonFile, writeJsonFile } from "./json-file.ts";

/** Who and where everything on the embedded instance belongs to. */
export const defaults: {
  readonly teamId: number;
  readonly workspaceId: number;
  readonly agentId: number;
  readonly userId: number;
} = Object.freeze({ teamId: 1, workspaceId: 1, agentId: 1, userId: 1 });

const schema = v.object({
  version: v.literal(1),
  token: v.string(),
  next: v.record(v.string(), v.number()),
  modules: v.record(v.string(), v.number()),
});

/** What the instance keeps of itself: its token, the next ids, and the ids of its training apps. */
export class InstanceFile {
  readonly #path: string;
  #state: v.InferOutput<typeof schema>;

  constructor(dir: string, token: string | undefined) {
    this.#path = join(dir, "instance.json");
    const kept = readJsonFile(this.#path, schema);
    const fresh = { version: 1 as const, token: randomBytes(32).toString("hex"), next: {}, modules: {} };
    this.#state = { ...(kept ?? fresh), ...(token === undefined ? {} : { token }) };
    this.#save();
  }

  get token(): string {
    return this.#state.token;
  }

  /** Takes ids of a kind and gives the first; never given twice, not even after a restart. */
  takeIds(kind: string, count = 1): number {
    const id = this.#state.next[kind] ?? 1;
    this.#state = { ...this.#state, next: { ...this.#state.next, [kind]: id + count } };
    this.#save();
    return id;
  }

  /** Keeps an id that was given from outside from being given again. */
  reserve(kind: string, id: number): void {
    if (id < (this.#state.next[kind] ?? 1)) return;
    this.#state = { ...this.#state, next: { ...this.#state.next, [kind]: id + 1 } };
    this.#save();
  }

  /** The id of a training app, the same after a restart: the first that is free from `first` on. */
  moduleId(slug: string, first = 1001): number {
    const kept = this.#state.modules[slug];
    if (kept !== undefined) return kept;
    const taken = new Set(Object.values(this.#state.modules));
    let id = first;
    while (taken.has(id)) id++;
    this.#state = { ...this.#state, modules: { ...this.#state.modules, [slug]: id } };
    this.#save();
    return id;
  }

  #save(): void {
    // The token is in this file, so nobody else may read it.
    writeJsonFile(this.#path, this.#state, 0o600);
  }
}
