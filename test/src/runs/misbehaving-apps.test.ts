import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attach, connect, type Instance, type RunPhase } from "@trainyard/core";
import { type LocalInstance, startLocalInstance } from "@trainyard/local";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { failure } from "./failure.ts";
import { startAct } from "./start-act.ts";
import { VirtualClock } from "./virtual-clock.ts";

vi.setConfig({ testTimeout: 60_000 });

let dir: string;
let local: LocalInstance;
let instance: Instance;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-runs-"));
  local = await startLocalInstance({ dir, token: startAct.token, trainApps: [startAct.app] });
  instance = connect({ address: local.address, token: local.token });
});
afterAll(async () => {
  await local.close();
  await rm(dir, { recursive: true, force: true });
});

const start = async (act: string, state?: Record<string, unknown>, at = instance) =>
  attach(at, await startAct(at, act, state));

/** What the app did, and how the wait must end: code, reason, the last line of the log, whether the app still runs. */
const rows: readonly [act: string, code: string, reason: string, lastLine: string, stillRuns: boolean][] = [
  [
    "prepare",
    "TASK_FAILED",
    "Error occurred during data preparation: KeyError('lemon')",
    "KeyError('lemon')",
    true,
  ],
  [
    "train",
    "TASK_FAILED",
    "Error occurred during training: RuntimeError('CUDA out of memory')",
    "RuntimeError('CUDA out of memory')",
    true,
  ],
  [
    "train with a prefix",
    "TASK_FAILED",
    "Error occurred during training: ValueError('bad anchor')",
    "ValueError('bad anchor')",
    true,
  ],
  [
    "zero division",
    "TASK_FAILED",
    "insufficient dataset size relative to the specified batch size",
    "ZeroDivisionError('division by zero')",
    true,
  ],
  [
    "init",
    "EXPERIMENT_MISSING",
    "Error occurred during training initialization: ValueError('Experiment name is empty')",
    "Experiment name is empty",
    false,
  ],
  [
    "upload",
    "TASK_FAILED",
    "Error occurred during finalizing and uploading training artifacts: HTTPError(504)",
    "exit code 1",
    false,
  ],
  [
    "bad experiment",
    "EXPERIMENT_MISSING",
    "Error occurred during finalizing and uploading training artifacts: ValueError('best')",
    "ValueError('best')",
    false,
  ],
  ["failed step", "TASK_IDLE", "Step 'Classes Selector' 3/6 failed to validate", "failed to validate", true],
  ["dies at start", "TASK_FAILED", "SyntaxError: invalid syntax", "exit code 1", false],
  ["killed", "TASK_FAILED", "SIGKILL", "SIGKILL", false],
  ["nothing", "EXPERIMENT_MISSING", "Nothing to do", "Nothing to do", false],
  ["odd experiment", "ANSWER_UNEXPECTED", "not in the platform's form: checkpoints", "", false],
  [
    "no status",
    "TASK_FAILED",
    "Error occurred during training: RuntimeError('old template')",
    "old template",
    true,
  ],
];

describe("a training app that misbehaves is told right: it", () => {
  it.each(rows)("%s → %s", async (act, code, reason, lastLine, stillRuns) => {
    const run = await start(act);
    const error = await failure(run.finished({ timeout: "60s" }));
    expect(error.code).toBe(code);
    expect(error.message).toContain(reason);
    expect(error.message).toContain(`ask ${run.taskId}`);
    expect(error.facts).toMatchObject({ taskId: run.taskId, ref: run.ref, stillRuns });
    const lines = error.facts.lastLog as readonly string[];
    expect(lines.at(-1) ?? "").toContain(lastLine);
    expect(JSON.stringify(error)).not.toContain(local.token);
    // Whoever comes later, in another process, finds the same.
    const later = await failure(attach(instance, run.ref).finished({ timeout: "60s" }));
    expect([later.code, later.message, later.facts.lastLog]).toEqual([code, error.message, lines]);
    if (stillRuns) expect((await run.stop()).phase).toBe("stopped");
  });

  it.each(["late failure", "swallowed errors", "good"])(
    "%s → finished, for the experiment is there",
    async (act) => {
      const run = await start(act);
      const phases = new Set<RunPhase>();
      const experiment = await run.finished({
        timeout: "60s",
        onEvent: (_, state) => phases.add(state.phase),
      });
      expect(experiment.bestCheckpoint).toBe(`/experiments/1_Lemons/${run.taskId}_Tiny/checkpoints/best.pt`);
      expect(phases).toContain("training");
      expect(phases).not.toContain("failed");
      expect(await run.experiment()).toEqual(experiment);
    },
  );

  it("trains for ever → stopped, when somebody stops it", async () => {
    const run = await start("trains");
    await run.ready({ timeout: "60s" });
    const wait = failure(run.finished({ timeout: "60s" }));
    expect((await attach(instance, run.ref).stop()).phase).toBe("stopped");
    expect(await wait).toMatchObject({ code: "TASK_STOPPED", taskId: run.taskId });
  });
});

describe("a training app that does nothing", () => {
  it("is idle after ten minutes of answers without a word, though it was asked to train", async () => {
    const clock = new VirtualClock();
    const patient = connect({ address: local.address, token: local.token, runtime: clock.runtime() });
    const run = await start("says nothing", {}, patient);
    const error = await failure(run.finished({ timeout: "6h" }));
    expect(error).toMatchObject({ code: "TASK_IDLE", taskId: run.taskId });
    expect(error.message).toContain("answered for 10 minutes and does nothing");
    await run.stop();
  });
});
