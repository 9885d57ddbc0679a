import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { random, train } from "@trainyard/builder";
import { watchAll } from "@trainyard/core";
import { expect, it } from "vitest";
import { startSampleWorld } from "./sample-world.ts";

it("posts how each run ended: one with its experiment, one that failed, and never a token", async () => {
  await using world = await startSampleWorld(8);
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    bodies.push(body);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const notify = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    secret: "sixteen letters, or more",
  };
  try {
    const chain = train(world.instance).on("auto").project(world.project.id).split(random(50));
    const good = await chain.use("yolo/smoke").tune({ epochs: 1 }).start();
    const experiment = await good.finished({ timeout: "60s", notify });
    expect(bodies.map((body) => JSON.parse(body))).toMatchObject([
      {
        type: "run.over",
        taskId: good.taskId,
        ref: good.ref,
        phase: "finished",
        experiment: { bestCheckpoint: experiment.bestCheckpoint, metrics: experiment.metrics },
      },
    ]);

    const stopped = await chain.use("yolo/smoke").autostart(false).start();
    await stopped.stop();
    for await (const _ of watchAll([stopped], { notify }));
    expect(JSON.parse(bodies[1] ?? "{}")).toMatchObject({ taskId: stopped.taskId, phase: "stopped" });
    expect(bodies.join()).not.toContain(world.local.token);
  } finally {
    server.close();
  }
}, 60_000);
