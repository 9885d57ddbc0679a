import { describe, expect, it, vi } from "vitest";
import { failure } from "./failure.ts";
import {
  at,
  begun,
  clock,
  elapsed,
  finish,
  hour,
  minute,
  platform,
  run,
  says,
  task,
  watchOneRun,
} from "./watched-run.ts";

// Hours of looks take a while on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });
watchOneRun();

describe("the pauses between looks", () => {
  const looks = () => platform.calls.filter((name) => name === "tasks.info").length;

  it("are short at first, and long in a queue", async () => {
    task.status = "queued";
    await failure(run.finished({ timeout: "10s" }));
    expect(looks()).toBeGreaterThan(8);
    const before = looks();
    await failure(run.finished({ timeout: "1h" }));
    expect(looks() - before).toBeLessThan(60 * 4);
  });

  it("are as long as the instance asks for", async () => {
    let told = 0;
    platform.scripts.set("tasks.info", () =>
      told++ === 0 ? { status: 429, json: {}, headers: { "retry-after": "120" } } : undefined,
    );
    at(0, finish);
    await run.finished({ timeout: "1h" });
    expect(Math.max(...clock.pauses.filter((pause) => pause < hour))).toBe(120_000);
    expect(elapsed()).toBeGreaterThanOrEqual(120_000);
  });
});

describe("ready()", () => {
  it("waits until the app answers, through a long pull of its image", async () => {
    task.app = undefined;
    at(40 * minute, () => says(""));
    expect(await run.ready({ timeout: "1h" })).toMatchObject({ isUp: true, phase: "starting" });
  });

  it("ends in time", async () => {
    task.app = undefined;
    expect((await failure(run.ready({ timeout: "100s" }))).code).toBe("WAIT_TIMEOUT");
  });

  it("does not wait for the app of a task that has ended", async () => {
    Object.assign(task, { status: "error", error: "no space left on device", app: undefined });
    const error = await failure(run.ready({ timeout: "1h" }));
    expect(error).toMatchObject({ code: "TASK_FAILED", facts: { reason: "no space left on device" } });
  });
});

describe("stop()", () => {
  it("waits until the task is stopped", async () => {
    platform.scripts.set("tasks.stop", () => {
      task.status = "terminating";
      at(elapsed() + minute, () => {
        task.status = "stopped";
      });
      return { json: {} };
    });
    expect(await run.stop()).toMatchObject({ phase: "stopped", status: "stopped" });
    expect(elapsed()).toBeGreaterThanOrEqual(minute);
  });

  it("tells when the run finished first", async () => {
    platform.scripts.set("tasks.stop", () => {
      finish();
      return { status: 400, json: { error: "The task is not running" } };
    });
    expect(await run.stop()).toMatchObject({ phase: "finished", experiment: { experiment_name: "Lemons" } });
  });

  it("ends a task whose training failed and whose app goes on", async () => {
    says("Error occurred during training. Please check the logs for more details.");
    platform.scripts.set("tasks.stop", () => {
      at(elapsed() + minute, () => {
        task.status = "stopped";
      });
      return { json: {} };
    });
    expect((await run.stop()).status).toBe("stopped");
  });

  it("is a typed error when the platform refuses", async () => {
    platform.scripts.set("tasks.stop", () => ({
      status: 403,
      json: { error: "Only its owner may stop it" },
    }));
    const error = await failure(run.stop());
    expect(error).toMatchObject({
      code: "STOP_REFUSED",
      facts: { taskId: 1, ref: run.ref, taskStatus: "started" },
    });
    expect(error.message).toContain("Only its owner may stop it.");
  });

  it("is bounded: an agent that is away never says stopped", async () => {
    const error = await failure(run.stop({ timeout: "2m" }));
    expect(error).toMatchObject({ code: "WAIT_TIMEOUT", facts: { phase: "stopping" } });
    expect(elapsed()).toBe(2 * minute);
  });

  it("is asked for again when the connection breaks", async () => {
    let tries = 0;
    platform.scripts.set("tasks.stop", () => {
      if (tries++ < 3) return "reset";
      task.status = "stopped";
      return { json: {} };
    });
    expect((await run.stop()).phase).toBe("stopped");
    expect(tries).toBe(4);
  });
});

describe("status()", () => {
  it("is one look, with what the log, the app and the task say", async () => {
    task.log.push({
      message: "progress",
      level: "info",
      timestamp: new Date(begun).toISOString(),
      subtask: "Epochs",
      current: 3,
      total: 100,
    });
    expect(await run.status()).toMatchObject({
      phase: "training",
      epoch: { current: 3, total: 100, unit: "epoch" },
    });
    expect(platform.calls.filter((name) => name === "tasks.info")).toHaveLength(1);
  });

  it("gives up on an instance that is down", async () => {
    platform.scripts.set("*", () => "reset");
    expect((await failure(run.status())).code).toBe("INSTANCE_UNREACHABLE");
  });
});
