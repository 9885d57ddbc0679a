import { describe, expect, it } from "vitest";
import type { ExperimentRecord } from "../../wire/experiment.ts";
import { initialRunState } from "./initial-run-state.ts";
import { isOver } from "./is-over.ts";
import { reduceRun } from "./reduce-run.ts";
import type { RunEvent } from "./run-event.ts";

const after = (...events: RunEvent[]) => events.reduce(reduceRun, initialRunState);
const task = (status: string): RunEvent => ({ type: "task", status });
const app = (text: string): RunEvent => ({ type: "app", text });
const log = (message: string, level = "info"): RunEvent => ({
  type: "log",
  record: { message, level, timestamp: "2026-01-01T00:00:00Z" },
});
const step = (subtask: string, current: number, total: number): RunEvent => ({
  type: "log",
  record: { message: "progress", level: "info", timestamp: "2026-01-01T00:00:00Z", subtask, current, total },
});
const record: ExperimentRecord = {
  experiment_name: "Lemons",
  framework_name: "YOLO",
  model_name: "YOLO26s-det",
  task_type: "object detection",
  project_id: 101,
  task_id: 7,
  model_files: {},
  checkpoints: ["checkpoints/best.pt"],
  best_checkpoint: "best.pt",
  artifacts_dir: "/experiments/101_Lemons/7_YOLO",
};

describe("the state of a run", () => {
  it.each([
    [[task("queued")], "queued"],
    [[task("consumed")], "starting"],
    [[task("started")], "starting"],
    [[task("started"), app("Preparing data for training...")], "preparing"],
    [[task("started"), app("Training is in progress...")], "training"],
    [[task("started"), app("Status: Uploading artifacts")], "finalizing"],
    [[task("started"), app("Error occurred: CUDA out of memory")], "failed"],
    [[task("started"), log("Step 'Classes' 2/7 failed to validate: none selected")], "idle"],
    [[task("error")], "failed"],
    [[task("terminating")], "stopping"],
    [[task("stopped")], "stopped"],
    [[task("deployed")], "unknown"],
  ] as const)("follows the platform's words: %j is %s", (events, phase) => {
    expect(after(...events).phase).toBe(phase);
  });

  it("is finished only with an experiment: an app that ended without one has failed", () => {
    expect(after(task("started"), task("finished")).phase).toBe("failed");
    expect(after(task("started"), { type: "experiment", record }, task("finished"))).toMatchObject({
      phase: "finished",
      experiment: record,
    });
  });

  it("is over when finished, failed, stopped or idle, and at no other time", () => {
    expect([after(task("error")), after(task("stopped"))].map(isOver)).toEqual([true, true]);
    expect([initialRunState, after(task("started")), after(task("odd"))].map(isOver)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("is not over while its task terminates, so that stop() waits for the end", () => {
    expect(isOver(after(task("terminating")))).toBe(false);
    expect(isOver(after(task("terminating"), task("stopped")))).toBe(true);
  });

  it("takes epochs from the progress and keeps them while other steps go by", () => {
    const state = after(task("started"), step("Epochs", 3, 10), step("Uploading", 1, 2));
    expect(state.epoch).toEqual({ current: 3, total: 10, unit: "epoch" });
    expect(state.progress).toEqual({ label: "Uploading", current: 1, total: 2 });
    expect(state.lastLog).toEqual([]);
  });

  it("keeps the newest twenty log lines and the last error as the reason", () => {
    const lines = Array.from({ length: 25 }, (_, at) => log(`line ${at}`));
    const state = after(...lines, log("out of disk", "error"), task("error"));
    expect(state.lastLog).toHaveLength(20);
    expect(state.lastLog.at(-1)).toBe("out of disk");
    expect(state.reason).toBe("out of disk");
  });

  it("is frozen, and an event leaves the state before it as it was", () => {
    const before = after(task("started"));
    const next = reduceRun(before, log("hello"));
    expect(before.lastLog).toEqual([]);
    expect(Object.isFrozen(next) && Object.isFrozen(next.lastLog)).toBe(true);
  });

  it.each([
    [[task("started"), app("Status: Training is in progress... (Epoch 3/100)")], "training"],
    [
      [task("started"), app("'ZeroDivisionError' occurred during training. The error was caused by")],
      "failed",
    ],
    [[task("started"), app("Status: Error occurred during data preparation. x")], "failed"],
    [[task("started"), app("Error occurred during training initialization. x")], "starting"],
    [
      [task("started"), app("Error occurred during finalizing and uploading training artifacts. x")],
      "finalizing",
    ],
    [[task("started"), step("Applying train/val splits to project", 1, 2)], "preparing"],
    [[task("started"), log("Training started for 10 epochs")], "training"],
    [[task("started"), step("Uploading train artifacts to Team Files", 1, 2)], "finalizing"],
    [[task("started"), log("Uploading my own thing")], "starting"],
    [[task("started"), log("Model benchmark failed: out of memory", "error")], "starting"],
    [[task("started"), { type: "asked", autostart: false }, app("")], "waitingForStart"],
    [[task("started"), { type: "asked", autostart: true }, app(""), { type: "silent", minutes: 10 }], "idle"],
    [[task("started"), app(""), { type: "silent", minutes: 10 }], "waitingForStart"],
    [[task("queued"), { type: "agent", id: 1, name: "", status: "waiting" }], "waitingForAgent"],
    [[task("started"), { type: "agent", id: 1, name: "", status: "gone" }], "agentLost"],
    [[task("started"), { type: "agent", id: 1, name: "", status: "waiting" }, log("hello")], "starting"],
    [[task("something new")], "unknown"],
  ] as const)("is concluded from the evidence: %j is %s", (events, phase) => {
    expect(after(...events).phase).toBe(phase);
  });

  it("takes epochs from each form in which an app tells of them", () => {
    expect(after(task("started"), app("Status: Training is in progress... (Epoch 3/100)")).epoch).toEqual({
      ...{ current: 3, total: 100, unit: "epoch" },
    });
    expect(after(step("Iterations", 20, 900)).epoch).toEqual({ current: 20, total: 900, unit: "iteration" });
    const begun = [log("Training started for 10 epochs"), log("Epoch started. Total steps: 6")];
    expect(after(...begun).epoch).toEqual({ current: 0, total: 10, unit: "epoch" });
    expect(after(...begun, log("Epoch started. Total steps: 6")).epoch?.current).toBe(1);
  });

  it("guesses the time left from the pace of the epochs", () => {
    const epoch = (current: number, minutes: number): RunEvent => ({
      type: "log",
      record: {
        ...{ message: "progress", level: "info", subtask: "Epochs", current, total: 10 },
        timestamp: `2026-01-01T00:0${minutes}:00Z`,
      },
    });
    expect(after(epoch(1, 0)).timeLeft).toBeUndefined();
    expect(after(epoch(1, 0), epoch(3, 4)).timeLeft).toBe(7 * 2 * 60_000);
  });

  it("names the exception that the log adds to the app's words, whichever is heard first", () => {
    const words = "Error occurred during training. Please check the logs for more details.";
    const line = log(`${words}: RuntimeError('CUDA')`, "error");
    const reason = "Error occurred during training: RuntimeError('CUDA')";
    expect(after(task("started"), line, app(words)).reason).toBe(reason);
    expect(after(task("started"), app(words), line).reason).toBe(reason);
  });
});
