import { WriteStream } from "node:tty";
import { describe, expect, it } from "vitest";
import { initialRunState } from "../run/state/initial-run-state.ts";
import { reduceRun } from "../run/state/reduce-run.ts";
import type { RunEvent } from "../run/state/run-event.ts";
import { progressView } from "./progress-view.ts";

/** A terminal of 80 columns that keeps what is written. */
function terminal(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  let text = "";
  const stream: NodeJS.WriteStream = Object.create(WriteStream.prototype, {
    isTTY: { value: isTTY },
    columns: { value: 80 },
    write: {
      value: (part: string) => {
        text += part;
        return true;
      },
    },
  });
  return { stream, text: () => text };
}
const warning = (message: string): RunEvent => ({
  type: "warning",
  problem: {
    code: "CLASS_WITHOUT_OBJECTS",
    severity: "warning",
    path: "classes",
    message,
    hint: "Label some.",
  },
});
const events = [
  warning("ghost has no objects."),
  warning("a\u001b[2Jb"),
  { type: "task", status: "started" },
] as const;
const count = (text: string, part: string) => text.split(part).length - 1;

describe("the view of a run in a terminal", () => {
  it("shows each warning once, in a line of its own above the bar, however often the run is waited for", () => {
    const { stream, text } = terminal(true);
    const view = progressView(stream);
    for (let wait = 0; wait < 2; wait++) {
      let state = initialRunState;
      for (const event of events) {
        state = reduceRun(state, event);
        view.onEvent(event, state);
      }
    }
    view.stop();
    const line = "Warning: classes: ghost has no objects.";
    expect(count(text(), line)).toBe(1);
    expect(text().indexOf(line)).toBeLessThan(text().indexOf("starting"));
    expect(text()).toContain("Label some.\n");
  });

  it("lets no name of the instance steer the terminal", () => {
    const { stream, text } = terminal(true);
    progressView(stream).onEvent(events[1], initialRunState);
    expect(text()).toContain("a [2Jb");
    expect(text()).not.toContain("\u001b[2J");
  });

  it("is lines where there is no terminal: one for each remark, each phase, every tenth epoch and the last", () => {
    const { stream, text } = terminal(false);
    const view = progressView(stream);
    let state = initialRunState;
    const epoch = (current: number): RunEvent => ({
      type: "app",
      text: `Training is in progress... (Epoch ${current}/25)`,
    });
    const missing = { path: "export.TensorRT", asked: true, effective: false };
    const story: readonly RunEvent[] = [
      ...events,
      ...Array.from({ length: 26 }, (_, at) => epoch(at)),
      { type: "app", text: "Finalizing and uploading training artifacts..." },
      { type: "drift", drift: [missing] },
    ];
    for (const event of story) {
      state = reduceRun(state, event);
      view.onEvent(event, state);
    }
    view.stop();
    const lines = text().trimEnd().split("\n");
    expect(lines.map((line) => line.replace(/Warning: classes.*/, "Warning"))).toEqual([
      "Warning",
      "Warning",
      "starting",
      "training · epoch 0/25",
      "training · epoch 10/25",
      "training · epoch 20/25",
      "training · epoch 25/25",
      "finalizing",
      "Warning: TensorRT was asked for and was not exported.",
    ]);
  });
});
