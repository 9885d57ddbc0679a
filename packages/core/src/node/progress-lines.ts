import { formatProblem } from "../plan/problems/format-problem.ts";
import { driftText } from "../run/state/drift-text.ts";
import type { RunEvent } from "../run/state/run-event.ts";
import type { RunState } from "../run/state/run-state.ts";
import { printable, progressLine } from "./progress-line.ts";

/** What is worth a line above a bar, or in a file: what the start warned of, and what came out otherwise. */
export function remarksOf(event: RunEvent): readonly string[] {
  if (event.type === "warning") return [printable(`Warning: ${formatProblem(event.problem)}`)];
  if (event.type === "drift") return event.drift.map((one) => printable(`Warning: ${driftText(one)}`));
  return [];
}

/** Where nobody watches a bar: a line for each phase, and one for every tenth epoch and the last. */
export function progressLines(write: (line: string) => void): (event: RunEvent, state: RunState) => void {
  const said = new Set<string>();
  const once = (key: string, line: string) => {
    if (said.has(key)) return;
    said.add(key);
    write(line);
  };
  return (event, state) => {
    for (const line of remarksOf(event)) once(line, line);
    if (event.type === "warning") return;
    const { label } = progressLine(state, 400);
    const { epoch } = state;
    if (state.phase !== "training" || epoch === undefined) return once(state.phase, label);
    once("training", label);
    if (epoch.current > 0 && (epoch.current % 10 === 0 || epoch.current === epoch.total))
      once(`epoch ${epoch.current}`, label);
  };
}
