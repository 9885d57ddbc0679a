import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { isTrainyardError } from "../errors/trainyard-error.ts";
import { connect } from "../instance/connect.ts";
import type { TrainPlan } from "../plan/train-plan.ts";
import { startPlan } from "../start.ts";

const token = "a-token-nobody-may-see";
const plan: TrainPlan = {
  project: { id: 101, name: "Lemons", workspaceId: 58 },
  agent: { id: 12, reason: "named" },
  app: { moduleId: 1001, name: "Train", framework: "F" },
  training: { taskId: 5, mode: "new" },
  task: {},
  warnings: [],
};

type Fault = "reset-after" | "reset-before" | 400 | 503 | "503-after" | "garbage-after" | "list-down" | "302";
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A platform of two endpoints that creates tasks, and misbehaves as told, one fault per start. */
async function platform(...faults: Fault[]) {
  const tasks: { id: number; description: string }[] = [];
  let listDown = false;
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      const body = JSON.parse(text || "{}");
      const answer = (status: number, value: unknown) =>
        response.writeHead(status).end(JSON.stringify(value));
      if (request.url?.endsWith("tasks.list") === true) {
        return listDown
          ? answer(500, { error: "down" })
          : answer(200, { entities: [...tasks].reverse(), pagesCount: 1 });
      }
      const fault = faults.shift();
      if (fault === "reset-before") return request.socket.destroy();
      if (fault === 400 || fault === 503)
        return answer(fault, { error: "no", details: { message: `no ${token}` } });
      if (fault === "list-down") listDown = true;
      if (fault === "list-down") return answer(503, {});
      tasks.push({ id: 90001 + tasks.length, description: body.description });
      if (fault === "reset-after") return request.socket.destroy();
      if (fault === "503-after") return answer(503, {});
      if (fault === "302") return response.writeHead(302, { location: "http://other.example/" }).end();
      if (fault === "garbage-after") return response.end("<html>");
      return answer(200, [{ taskId: tasks.at(-1)?.id }]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const { port } = server.address() as AddressInfo;
  const instance = connect({
    address: `127.0.0.1:${port}`,
    token,
    retries: 1,
    runtime: { sleep: async () => {}, random: () => 0.1 },
  });
  return { tasks, instance };
}

describe("a start", () => {
  it.each<Fault>(["reset-after", "503-after", "garbage-after", "302"])(
    "adopts the task when the answer is lost after it was created (%s)",
    async (fault) => {
      const { tasks, instance } = await platform(fault);
      const run = await startPlan(plan, instance);
      expect(tasks.map((task) => task.id)).toEqual([run.taskId]);
      expect(run.adopted).toBe(true);
    },
  );

  it.each<Fault>(["reset-before", 503])(
    "is sent again once nothing is proven to have been created (%s)",
    async (fault) => {
      const { tasks, instance } = await platform(fault, fault);
      const run = await startPlan(plan, instance);
      expect(tasks.map((task) => task.id)).toEqual([run.taskId]);
      expect(run.adopted).toBe(false);
    },
  );

  it("is not sent again when the instance refused it, and tells why without the token", async () => {
    const { tasks, instance } = await platform(400);
    const error: unknown = await startPlan(plan, instance).catch((caught: unknown) => caught);
    expect(isTrainyardError(error, "REQUEST_REJECTED")).toBe(true);
    expect(tasks).toEqual([]);
    expect(
      `${inspect(error, { depth: 9 })}${JSON.stringify(error)}${inspect(instance, { depth: 9 })}`,
    ).not.toContain(token);
  });

  it("says that it does not know, with the key, when the tasks cannot be looked through either", async () => {
    const { instance } = await platform("list-down");
    const error: unknown = await startPlan(plan, instance).catch((caught: unknown) => caught);
    expect(isTrainyardError(error, "START_AMBIGUOUS")).toBe(true);
    expect(isTrainyardError(error) && error.facts.key).toMatch(/^\w{16}$/);
  });

  it("with the same key twice is one task", async () => {
    const { tasks, instance } = await platform();
    const first = await startPlan(plan, instance, { key: "nightly" });
    const second = await startPlan(plan, instance, { key: "nightly" });
    expect([first.taskId, second.taskId, tasks.length]).toEqual([90001, 90001, 1]);
  });

  it("is never sent after its signal was aborted", async () => {
    const { tasks, instance } = await platform();
    const aborted = AbortSignal.abort(new Error("changed my mind"));
    await expect(startPlan(plan, instance, { signal: aborted })).rejects.toThrow("changed my mind");
    expect(tasks).toEqual([]);
  });
});
