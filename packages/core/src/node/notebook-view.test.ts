import { afterEach, expect, it } from "vitest";
import { initialRunState } from "../run/state/initial-run-state.ts";
import { reduceRun } from "../run/state/reduce-run.ts";
import { findNotebook } from "./notebook-view.ts";
import { progressView } from "./progress-view.ts";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Deno");
});

it("a run in a notebook is one output that changes in place, and nothing in it is markup", () => {
  const sent: [string, { data: Record<string, string>; transient: object }][] = [];
  const broadcast = async (type: string, content: { data: Record<string, string>; transient: object }) => {
    sent.push([type, content]);
  };
  Reflect.set(globalThis, "Deno", { jupyter: { broadcast } });
  const { onEvent } = progressView();
  const warning = { code: "CLASS_UNKNOWN", severity: "warning", path: "classes", message: "<img>", hint: "" };
  const event = { type: "warning", problem: warning, cursor: "", at: 0 } as never;
  onEvent(event, reduceRun(initialRunState, event));
  onEvent(event, { ...initialRunState, phase: "training", epoch: { current: 3, total: 10, unit: "epoch" } });
  onEvent(event, { ...initialRunState, phase: "training", epoch: { current: 3, total: 10, unit: "epoch" } });
  expect(sent.map(([type]) => type)).toEqual(["display_data", "update_display_data"]);
  expect(sent[1]?.[1].transient).toEqual(sent[0]?.[1].transient);
  const html = sent[1]?.[1].data["text/html"];
  expect(html).toContain('max="10" value="3"');
  expect(html).toContain("&lt;img&gt;");
  expect(html).not.toContain("<img");
});

it("there is no notebook in Node, nor in Deno outside of one", () => {
  expect(findNotebook()).toBeUndefined();
  const outside = Object.defineProperty({}, "jupyter", {
    get: () => {
      throw new Error("only in deno jupyter");
    },
  });
  Reflect.set(globalThis, "Deno", outside);
  expect(findNotebook()).toBeUndefined();
});
