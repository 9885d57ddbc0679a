import { attach, type TrainRun } from "@trainyard/core";
import { afterEach, beforeEach, expect } from "vitest";
import { output, type ScriptedPlatform, type ScriptedTask, scriptedPlatform } from "./scripted-platform.ts";
import { VirtualClock } from "./virtual-clock.ts";

export const minute = 60_000;
export const hour: number = 60 * minute;
export let platform: ScriptedPlatform;
export let clock: VirtualClock;
export let task: ScriptedTask;
export let run: TrainRun;
export let begun: number;

/** Gives each test of a file a platform, a clock and a run of its own. */
export function watchOneRun(): void {
  beforeEach(async () => {
    platform = await scriptedPlatform();
    clock = new VirtualClock();
    begun = clock.now();
    task = platform.addTask({
      status: "started",
      app: { is_running: { running: true }, train_status: { status: "" } },
    });
    run = attach(platform.connect(clock.runtime(platform.directly)), task.id);
    says("Status: Training is in progress...");
  });
  afterEach(async () => {
    expect(clock.sleepers).toBe(0);
    await platform[Symbol.asyncDispose]();
  });
}

export function says(status: string): void {
  task.app = { is_running: { running: true }, train_status: { status } };
}
export function finish(): void {
  task.status = "finished";
  task.meta.output = output;
  task.app = undefined;
}
/** Does something when the clock has come to a time; looked at whenever the task is asked for. */
export function at(ms: number, act: () => void): void {
  let done = false;
  const before = platform.scripts.get("tasks.info");
  platform.scripts.set("tasks.info", (body) => {
    if (!done && clock.now() - begun >= ms) {
      done = true;
      act();
    }
    return before?.(body);
  });
}
/** The same run over sockets: what can hang and break. */
export const overSockets = (): TrainRun => attach(platform.connect(clock.runtime()), task.id);
export const elapsed = (): number => clock.now() - begun;
export const down = (
  until: number,
  answer: () => ReturnType<NonNullable<ReturnType<typeof platform.scripts.get>>>,
) => platform.scripts.set("*", () => (elapsed() < until ? answer() : undefined));
