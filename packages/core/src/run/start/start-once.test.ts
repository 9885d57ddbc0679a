import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { isTrainyardError } from "../../errors/trainyard-error.ts";
import { connect } from "../../instance/connect.ts";
import type { TrainPlan } from "../../plan/terms/train-plan.ts";
import { startPlan } from "../../start.ts";

const token = "a-token-nobody-may-see";
const plan: TrainPlan = {
  project: { id: 101, name: "Lemons", workspaceId: 58 },
  agent: { id: 12, reason: "named" },
  app: { moduleId: 1001, name: "Train", framework: "F" },
  training: { taskId: 5, mode: "new" },
  task: {},
  warnings: [],
};

type Fault =
  | ("reset-after" | "reset-before" | "503-after" | "422-after" | "garbage-after" | "302" | "twice" | "slow")
  | ("list-down" | "list-down-after" | "agent-ping" | "refused-in-the-dark" | "two-users" | 400 | 503);
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A platform of two endpoints that creates tasks, and misbehaves as told, one fault per start. */
async function platform(...faults: Fault[]) {
  const tasks: { id: number; description: string; userId?: number; status?: string }[] = [];
  const stops: number[] = [];
  let listDown = false;
  let drawn = 0;
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
      if (request.url?.endsWith("tasks.stop") === true) {
        const task = tasks.find(({ id }) => id === body.id);
        if (task !== undefined) task.status = "stopped";
        stops.push(body.id);
        return answer(200, {});
      }
      if (request.url?.endsWith("tasks.info") === true)
        return answer(200, { status: "started", ...tasks.find(({ id }) => id === body.id) });
      const fault = faults.shift();
      if (fault === "reset-before") return request.socket.destroy();
      if (fault === 400 || fault === 503)
        return answer(fault, { error: "no", details: { message: `no ${token}` } });
      if (fault === "agent-ping") return answer(400, { error: "Agent should call AgentPing before" });
      if (fault === "list-down" || fault === "refused-in-the-dark") listDown = true;
      if (fault === "refused-in-the-dark") return answer(422, { error: "no such app" });
      if (fault === "list-down") return answer(503, {});
      const create = (userId = 1) =>
        tasks.push({ id: 90001 + tasks.length, description: body.description, userId, status: "started" });
      create();
      if (fault === "list-down-after") listDown = true;
      if (fault === "twice") create();
      if (fault === "two-users") create(2);
      if (fault === "422-after") return answer(422, {});
      if (fault === "slow") return void setTimeout(() => answer(200, [{ taskId: tasks.at(-1)?.id }]), 100);
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
    runtime: { sleep: async () => {}, random: () => (++drawn * 0.618) % 1 },
  });
  return { tasks, stops, instance };
}

const failure = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe("a start", () => {
  it.each<Fault>(["reset-after", "503-after", "422-after", "garbage-after", "302"])(
    "adopts the task when the answer is lost after it was created (%s)",
    async (fault) => {
      const { tasks, instance } = await platform(fault);
      const run = await startPlan(plan, instance);
      expect(tasks.map((task) => task.id)).toEqual([run.taskId]);
      expect(run.adopted).toBe(true);
    },
  );

  it.each<Fault>(["reset-before", 503, "agent-ping"])(
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

  it("that was answered with its task does not wait for an instance that cannot list tasks, and says so", async () => {
    const { instance } = await platform("list-down-after");
    const began = Date.now();
    const run = await startPlan(plan, instance);
    expect(run.warnings.map(({ code }) => code)).toEqual(["START_UNCHECKED"]);
    expect(Date.now() - began).toBeLessThan(3000);
  });

  it("that was sent twice on its way keeps the lower task, stops the other, and says so", async () => {
    const { stops, instance } = await platform("twice");
    const run = await startPlan(plan, instance);
    expect([run.taskId, run.adopted, stops]).toEqual([90001, true, [90002]]);
    expect(run.warnings).toMatchObject([{ code: "START_DUPLICATE_STOPPED", value: { taskId: 90002 } }]);
  });

  it("for two users leaves each of them their task", async () => {
    const { stops, instance } = await platform("two-users");
    const run = await startPlan({ ...plan, task: { usersIds: [1, 2] } }, instance);
    expect([run.taskId, stops, run.warnings]).toEqual([90001, [], []]);
  });

  it("that was refused while nothing can be looked up is not called certain, and tells the refusal", async () => {
    const { instance } = await platform("refused-in-the-dark");
    const error = await failure(startPlan(plan, instance));
    expect(error).toMatchObject({ code: "START_AMBIGUOUS", cause: { code: "REQUEST_REJECTED" } });
    expect(String(error)).toMatch(/no such app.*start\(\{ key: "\w{16}" \}\)/);
  });

  it("names its key in every error once it was sent, so that the start can be looked for by it", async () => {
    const { instance } = await platform(400);
    expect(await failure(startPlan(plan, instance, { key: "nightly" }))).toMatchObject({
      code: "REQUEST_REJECTED",
      facts: { key: "nightly", status: 400 },
    });
  });

  it("that is cancelled while its request is under way names the task, which goes on", async () => {
    const { tasks, stops, instance } = await platform("slow");
    const reason = new Error("changed my mind");
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 30);
    const error = await failure(startPlan(plan, instance, { signal: stop.signal }));
    expect(error).toMatchObject({ code: "START_ABORTED", taskId: tasks[0]?.id ?? -1, cause: reason });
    expect([tasks.length, stops]).toEqual([1, []]);
  });

  it("that is cancelled before it is sent again is not sent again", async () => {
    const stop = new AbortController();
    const { tasks, instance } = await platform("reset-before");
    const sleep = async () => stop.abort(new Error("changed my mind"));
    const patient = { ...instance, runtime: { ...instance.runtime, sleep } };
    const error = await failure(startPlan(plan, patient, { signal: stop.signal }));
    expect([isTrainyardError(error, "START_ABORTED"), tasks]).toEqual([true, []]);
  });

  it("two times without a key is two starts", async () => {
    const { tasks, instance } = await platform();
    const runs = await Promise.all([startPlan(plan, instance), startPlan(plan, instance)]);
    expect(runs.map((run) => run.taskId).sort()).toEqual(tasks.map((task) => task.id));
    expect(tasks.length).toBe(2);
  });
});
