import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("serve-idle.ts", import.meta.url));

/** An embedded instance in a process of its own. */
export class IdleProcess {
  readonly address: string;
  /** Milliseconds from the start of the process to its first answer; loading the code included. */
  readonly startup: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, address: string, startup: number) {
    this.#child = child;
    this.address = address;
    this.startup = startup;
  }

  static async start(dir: string): Promise<IdleProcess> {
    const began = performance.now();
    const child = fork(script, [dir], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    const [{ address }] = (await once(child, "message")) as [{ address: string }];
    return new IdleProcess(child, address, performance.now() - began);
  }

  /** Calls an endpoint; undefined when no whole answer came. */
  async call(name: string, body: unknown, type = "application/json"): Promise<unknown> {
    try {
      const response = await fetch(`${this.address}/public/api/v3/${name}`, {
        method: "POST",
        headers: { "x-api-key": "bench", "content-type": type },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${name}: ${response.status} ${text}`);
      return response.headers.get("content-type")?.startsWith("application/json") === true
        ? JSON.parse(text)
        : text;
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  /** Imports a folder; the project's id once that is said, undefined when the process ended before. */
  async importProject(folder: string): Promise<number | undefined> {
    if (!this.#child.connected) return undefined;
    this.#child.send(folder);
    const answer = once(this.#child, "message").then(([said]) => Object(said).imported as unknown);
    const id = await Promise.race([answer, once(this.#child, "exit").then(() => undefined)]);
    return typeof id === "number" ? id : undefined;
  }

  /** Resident memory in MiB. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
  }

  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill("SIGKILL");
    await once(this.#child, "exit");
  }
}
