import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attach, connect, watchAll } from "@trainyard/core";
import { IdleProcess } from "./instance/idle-process.ts";

const start = { agentId: 1, workspaceId: 1, moduleId: 1001 };
/** Seconds of watching for each figure. */
const seconds = Number(process.argv[2] ?? 30);
const megabytes = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
};

/** What watching costs: requests and CPU a second by the number of runs, and memory by the events of one run. */
async function benchWatch(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-bench-watch-"));
  const served = await IdleProcess.start(dir);
  try {
    const runs: number[] = [];
    for (const count of [1, 100, 1000]) {
      while (runs.length < count) {
        const [task] = (await served.call("tasks.run.app", start)) as [{ taskId: number }];
        runs.push(task.taskId);
      }
      console.log(await watched(served, runs));
    }
    for (const events of [1000, 10_000]) console.log(await followed(served, events));
  } finally {
    await served.kill();
    await rm(dir, { recursive: true, force: true });
  }
}

async function watched(served: IdleProcess, runs: readonly number[]): Promise<string> {
  let requests = 0;
  const counting: typeof fetch = (input, init) => {
    requests++;
    return fetch(input, init);
  };
  const instance = connect({ address: served.address, token: "bench", runtime: { fetch: counting } });
  const handles = runs.map((id) => attach(instance, id));
  const before = process.cpuUsage();
  const signal = AbortSignal.timeout(1000 * seconds);
  let events = 0;
  try {
    for await (const _ of watchAll(handles, { signal })) events++;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1000 / seconds;
  return `${runs.length} runs: ${(requests / seconds).toFixed(1)} requests and ${cpu.toFixed(1)} ms of CPU a second, ${events} events, ${megabytes()} MB`;
}

/** One run whose log grows while it is watched. */
async function followed(served: IdleProcess, events: number): Promise<string> {
  const [{ taskId }] = (await served.call("tasks.run.app", start)) as [{ taskId: number }];
  const instance = connect({ address: served.address, token: "bench" });
  const stop = new AbortController();
  const before = megabytes();
  let told = 0;
  const adding = (async () => {
    for (let at = 0; at < events; at += 500) {
      const logs = Array.from({ length: 500 }, (_, i) => ({ message: `line ${at + i} ${"z".repeat(80)}` }));
      await served.call("tasks.logs.add", { taskId, logs });
    }
  })();
  try {
    for await (const news of watchAll([attach(instance, taskId)], { signal: stop.signal })) {
      if ("event" in news && news.event.type === "log") told++;
      if (told >= events) stop.abort();
    }
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  }
  await adding;
  return `${told} log events of one run: ${megabytes() - before} MB more than before`;
}

await benchWatch();
