import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { connect, startPlan } from "@trainyard/core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { FaultWorld } from "./fault-world.ts";
import { anyPlan, startFaultWorld } from "./fault-world.ts";
import { tasksOf } from "./tasks-of.ts";

let world: FaultWorld;
const open: (() => void)[] = [];
beforeAll(async () => {
  world = await startFaultWorld();
});
afterAll(async () => {
  for (const close of open) close();
  await world[Symbol.asyncDispose]();
});

/** The points of a start with a key, as the instance sees them. */
type Point = "asked" | "looked" | "received" | "received, then dropped" | "created" | "answered" | "checked";

/** Stands before the instance, and kills the client at one point of its start. */
async function killingProxy(point: Point, kill: () => Promise<void>): Promise<string> {
  let looks = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const isStart = request.url?.endsWith("/tasks.run.app") === true;
    if (!isStart) looks++;
    const deliver = () =>
      fetch(`${world.local.address}${request.url}`, {
        method: "POST",
        headers: { "x-api-key": world.local.token, "content-type": "application/json" },
        body,
      });
    if (point === "asked" && looks === 1) return kill();
    if (isStart && point === "received, then dropped") return kill();
    // What has reached the instance is done, whoever is left to hear of it.
    if (isStart && point === "received") await kill();
    const answer = await deliver();
    if (isStart && (point === "created" || point === "received")) return kill();
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    await once(response, "finish");
    if (isStart ? point === "answered" : point === "looked" || (point === "checked" && looks === 2))
      await kill();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(
    () => server.close(),
    () => server.closeAllConnections(),
  );
  const address = server.address();
  return typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
}

function startInProcess(address: string, key: string): ChildProcess {
  const script = fileURLToPath(new URL("keyed-start.ts", import.meta.url));
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const args = ["--conditions=source", "--import", "tsx", script, address, world.local.token, key];
  return spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

describe("a start whose process is killed", () => {
  it.concurrent.each<[Point, number]>([
    ["asked", 0],
    ["looked", 0],
    ["received, then dropped", 0],
    ["received", 1],
    ["created", 1],
    ["answered", 1],
    ["checked", 1],
  ])(
    "when it was %s loses nothing: the next start with its key has the one task",
    async (point, created) => {
      const key = `kill-${point.replaceAll(/\W+/g, "-")}`;
      let child: ChildProcess | undefined;
      const kill = async () => {
        if (child === undefined || child.signalCode !== null) return;
        const exit = once(child, "exit");
        child.kill("SIGKILL");
        await exit;
      };
      child = startInProcess(await killingProxy(point, kill), key);
      await once(child, "exit");
      expect(child.signalCode).toBe("SIGKILL");
      const ofKey = async () =>
        (await tasksOf(world.direct, 1, "application description")).filter((task) =>
          task.description.endsWith(`[run ${key}]`),
        );
      // A request that was received is still under way when its sender is dead.
      await vi.waitFor(async () => expect(await ofKey()).toHaveLength(created), { timeout: 10_000 });

      const instance = connect({ address: world.local.address, token: world.local.token });
      const run = await startPlan(anyPlan(world.local), instance, { key });
      const tasks = await ofKey();
      expect(tasks.map(({ id, status }) => ({ id, status }))).toEqual([
        { id: run.taskId, status: "started" },
      ]);
      expect(run.adopted).toBe(created === 1);
    },
    60_000,
  );
});
