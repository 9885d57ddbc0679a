import type { RunPhase } from "@trainyard/core";
import { describe, expect, it, vi } from "vitest";
import { failure } from "./failure.ts";
import {
  at,
  begun,
  clock,
  down,
  elapsed,
  finish,
  hour,
  minute,
  overSockets,
  platform,
  run,
  says,
  task,
  watchOneRun,
} from "./watched-run.ts";

// Hours of looks take a while on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });
watchOneRun();

describe("ready()", () => {
  it("is told that the app answers, though its log cannot be read", async () => {
    platform.scripts.set("tasks.log.download", () => ({ status: 503, json: { error: "down" } }));
    const state = await run.ready({ timeout: "1m" });
    expect(state.isUp).toBe(true);
    expect(elapsed()).toBe(0);
  });
});

describe("a wait outlives", () => {
  it.each([
    ["broken connections", () => "reset" as const],
    ["failures of the server", () => ({ status: 503, json: { error: "down" } })],
    ["a gateway that gives up", () => ({ status: 504, json: "<html>Gateway Time-out</html>" })],
    ["too many requests", () => ({ status: 429, json: {}, headers: { "retry-after": "300" } })],
  ])("three hours of %s, within its timeout", async (_, answer) => {
    down(3 * hour, answer);
    at(3 * hour + minute, finish);
    const troubles: unknown[] = [];
    const experiment = await overSockets().finished({
      timeout: "6h",
      stall: "20m",
      onTrouble: (error) => troubles.push(error),
    });
    expect(experiment.name).toBe("Lemons");
    expect(troubles.length).toBeGreaterThan(10);
    // Nobody is called every second for hours.
    expect(troubles.length).toBeLessThan(400);
  });

  it("a maintenance page in place of answers, once it has had answers", async () => {
    at(minute, () =>
      platform.scripts.set("*", () => (elapsed() < hour ? { json: "<html>Back soon</html>" } : undefined)),
    );
    at(70 * minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });

  it("one refusal, which may be a proxy's hiccup", async () => {
    let refused = 0;
    platform.scripts.set("tasks.info", () => (refused++ < 2 ? { status: 401, json: {} } : undefined));
    at(minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });

  it("a log that cannot be had, which is not the training", async () => {
    platform.scripts.set("tasks.log.download", () => ({ status: 500, json: {} }));
    at(minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });

  it("an app that does not answer for long, while its log goes on", async () => {
    platform.scripts.set("tasks.request.direct", () => ({ status: 400, json: {} }));
    for (let step = 1; step <= 20; step++)
      at(step * minute, () =>
        task.log.push({
          message: `step ${step}: loss 0.5`,
          level: "info",
          timestamp: new Date(clock.now()).toISOString(),
        }),
      );
    at(20.5 * minute, finish);
    expect((await run.finished({ timeout: "6h", stall: "5m" })).name).toBe("Lemons");
    expect(platform.calls).not.toContain("agents.info");
  });
});

describe("a wait ends", () => {
  it.each([
    [401, "UNAUTHORIZED", "no longer accepts the API token"],
    [403, "FORBIDDEN", "may not see task 1"],
    [404, "NOT_FOUND", "it was deleted while it was watched"],
  ])(
    "with a typed error and the ref when the platform keeps saying %d, never as a failed job",
    async (status, code, text) => {
      at(minute, () => platform.scripts.set("tasks.info", () => ({ status, json: { error: "no" } })));
      const error = await failure(run.finished({ timeout: "6h" }));
      expect(error.code).toBe(code);
      expect(error.message).toContain(text);
      expect(error.facts).toMatchObject({ taskId: 1, ref: run.ref, status });
      expect(JSON.stringify(error)).not.toContain(platform.token);
    },
  );

  it("in time when nothing happens, and says where the run stands", async () => {
    const error = await failure(run.finished({ timeout: "1h" }));
    expect(error).toMatchObject({
      code: "WAIT_TIMEOUT",
      facts: { taskId: 1, ref: run.ref, phase: "training" },
    });
    expect(elapsed()).toBe(hour);
  });

  it("when nothing new is told for too long", async () => {
    const error = await failure(run.finished({ timeout: "6h", stall: "20m" }));
    expect(error).toMatchObject({ code: "WAIT_STALLED", facts: { phase: "training" } });
    expect(elapsed()).toBeLessThan(21 * minute);
  });

  it("by the stall clock that stands still while the instance does not answer", async () => {
    down(3 * hour, () => "reset");
    expect((await failure(run.finished({ timeout: "6h", stall: "20m" }))).code).toBe("WAIT_STALLED");
    expect(elapsed()).toBeGreaterThan(3 * hour + 19 * minute);
    expect(elapsed()).toBeLessThan(3 * hour + 22 * minute);
  });

  it("in time though an instance that is down asks to be left alone for longer", async () => {
    platform.scripts.set("*", () => ({ status: 429, json: {}, headers: { "retry-after": "3600" } }));
    const error = await failure(run.finished({ timeout: "10m" }));
    expect(error.code).toBe("WAIT_TIMEOUT");
    expect(error.message).toContain("The instance does not answer just now.");
    expect(elapsed()).toBe(10 * minute);
  });

  it.each(["tasks.info", "tasks.request.direct", "tasks.log.download"])(
    "in the middle of a request that hangs: %s",
    async (endpoint) => {
      platform.scripts.set(endpoint, () => "hang");
      const wait = failure(overSockets().finished({ timeout: "6h" }));
      await vi.waitFor(() => expect(platform.calls).toContain(endpoint));
      clock.advance(6 * hour);
      expect((await wait).code).toBe("WAIT_TIMEOUT");
    },
  );

  it("by its signal, in the middle of a request, with the signal's own reason", async () => {
    platform.scripts.set("tasks.info", () => "hang");
    const stop = new AbortController();
    const wait = overSockets().finished({ signal: stop.signal });
    await vi.waitFor(() => expect(platform.calls).toContain("tasks.info"));
    stop.abort(new Error("enough"));
    await expect(wait).rejects.toThrow("enough");
  });

  it("when its handle is disposed of; the task is not stopped", async () => {
    platform.scripts.set("tasks.info", () => "hang");
    const socketRun = overSockets();
    const wait = failure(socketRun.finished());
    await vi.waitFor(() => expect(platform.calls).toContain("tasks.info"));
    await socketRun[Symbol.asyncDispose]();
    expect(await wait).toMatchObject({ code: "WAIT_DETACHED", facts: { ref: run.ref } });
    expect(platform.calls).not.toContain("tasks.stop");
  });

  it.each(["deployed", "hibernated"])(
    "with the word itself when the platform says %s for ten minutes",
    async (status) => {
      task.status = status;
      const words: string[] = [];
      const error = await failure(
        run.finished({
          timeout: "6h",
          onEvent: (event) => event.type === "task" && words.push(event.status),
        }),
      );
      expect(error).toMatchObject({ code: "TASK_STATUS_UNKNOWN", facts: { taskStatus: status } });
      expect(words).toEqual([status]);
      expect(elapsed()).toBeLessThan(11 * minute);
    },
  );

  it("not for a status that is not known and passes", async () => {
    task.status = "warming up";
    at(5 * minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });

  it("as failed when an app said that it ends, and five minutes later has not", async () => {
    says(
      "Error occurred during finalizing and uploading training artifacts. Please check the logs for more details.",
    );
    const error = await failure(run.finished({ timeout: "6h" }));
    expect(error).toMatchObject({ code: "TASK_FAILED", facts: { stillRuns: true } });
    expect(elapsed()).toBeGreaterThan(5 * minute);
  });

  it("not at the failure of an earlier try, when a person pressed Start again", async () => {
    const log = (message: string, level: string, more = {}) =>
      task.log.push({ message, level, timestamp: new Date(begun + task.log.length).toISOString(), ...more });
    log(
      "Error occurred during training. Please check the logs for more details.: RuntimeError('x')",
      "error",
    );
    log("progress", "info", { subtask: "Preparing data for training...", current: 0, total: 1 });
    log("progress", "info", { subtask: "Epochs", current: 2, total: 5 });
    at(minute, finish);
    const phases: RunPhase[] = [];
    await run.finished({ timeout: "6h", onEvent: (_, state) => phases.push(state.phase) });
    expect(phases.slice(-3)).toEqual(["training", "training", "finished"]);
  });
});

describe("an app that was not asked to train", () => {
  it.each([
    ["by its state", { guiState: { start_training: false } }],
    ["by a state in JSON text", { guiState: JSON.stringify({ start_training: false }) }],
    ["for it goes on from another task", { trainTaskId: 1, trainMode: "new" }],
  ])("waits for a person, %s, and that is no failure", async (_, state) => {
    task.meta.params.state = state;
    says("");
    const error = await failure(run.finished({ timeout: "6h", stall: "30m" }));
    expect(error).toMatchObject({ code: "WAIT_STALLED", facts: { phase: "waitingForStart" } });
    expect(error.message).toContain("waits for a person to press Start training");
  });

  it("is followed to its experiment when the person comes late", async () => {
    task.meta.params.state = { guiState: { start_training: false } };
    says("");
    at(40 * minute, () => says("Status: Preparing data for training..."));
    at(50 * minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });
});

describe("an app that was asked to train", () => {
  it("is never idle while it cannot be reached: a cold agent pulls images for long", async () => {
    task.app = undefined;
    at(40 * minute, () => says("Status: Training is in progress..."));
    at(50 * minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });

  it("is not idle while its first words are late by nine minutes", async () => {
    says("");
    at(9 * minute, () => says("Status: Preparing data for training..."));
    at(20 * minute, finish);
    expect((await run.finished({ timeout: "6h" })).name).toBe("Lemons");
  });
});

describe("the agent of a run", () => {
  const away = () => platform.agents.set(1, { id: 1, name: "gpu-1", status: "waiting" });

  it("is waited for while the task is queued, and the state names it", async () => {
    task.status = "queued";
    away();
    at(30 * minute, () => {
      platform.agents.set(1, { id: 1, name: "gpu-1", status: "running" });
      task.status = "started";
    });
    at(40 * minute, finish);
    const reasons = new Map<string, string | undefined>();
    await run.finished({ timeout: "6h", onEvent: (_, state) => reasons.set(state.phase, state.reason) });
    expect(reasons.get("waitingForAgent")).toBe(
      'Agent 1 (gpu-1) is not running: the platform says "waiting".',
    );
    // Asked rarely: once a minute at most.
    expect(platform.calls.filter((name) => name === "agents.info").length).toBeLessThanOrEqual(31);
  });

  it.each([
    ["is offline", away, "is not running"],
    ["is gone", () => platform.agents.delete(1), "does not exist any more"],
  ])("is lost when nothing is heard and it %s: no failed job, but the wait ends", async (_, act, text) => {
    task.app = undefined;
    act();
    const error = await failure(run.finished({ timeout: "6h" }));
    expect(error).toMatchObject({
      code: "AGENT_LOST",
      retryable: "safe",
      facts: { taskId: 1, taskStatus: "started" },
    });
    expect(error.message).toContain(text);
    expect(elapsed()).toBeGreaterThan(10 * minute);
    expect(elapsed()).toBeLessThan(12 * minute);
  });

  it("may come back: the run goes on", async () => {
    task.app = undefined;
    away();
    at(8 * minute, () => {
      platform.agents.set(1, { id: 1, name: "gpu-1", status: "running" });
      says("Status: Training is in progress...");
    });
    at(20 * minute, finish);
    const phases = new Set<RunPhase>();
    await run.finished({ timeout: "6h", onEvent: (_, state) => phases.add(state.phase) });
    expect([...phases]).toEqual(expect.arrayContaining(["agentLost", "training", "finished"]));
  });

  it("is not lost to a token that may not see agents", async () => {
    task.app = undefined;
    platform.scripts.set("agents.info", () => ({ status: 403, json: {} }));
    expect((await failure(run.finished({ timeout: "20m" }))).code).toBe("WAIT_TIMEOUT");
  });
});
