import type { RunEvent } from "../run/state/run-event.ts";
import type { RunState } from "../run/state/run-state.ts";
import { escapeHtml } from "../show/escape-html.ts";
import { progressLine } from "./progress-line.ts";
import { remarksOf } from "./progress-lines.ts";

/** What a notebook's kernel takes: a message to everyone who shows the cell. */
export interface Notebook {
  broadcast(type: "display_data" | "update_display_data", content: object): unknown;
}

/** The kernel of Deno that this runs in; undefined elsewhere. */
export function findNotebook(): Notebook | undefined {
  try {
    const notebook: unknown = Reflect.get(Reflect.get(globalThis, "Deno") ?? {}, "jupyter");
    return isNotebook(notebook) ? notebook : undefined;
  } catch {
    return undefined; // Deno outside of a notebook throws where this is read
  }
}

function isNotebook(value: unknown): value is Notebook {
  return typeof value === "object" && value !== null && "broadcast" in value;
}

let displays = 0;

/** Shows a run as one output of a cell that changes in place: a bar, its line, and what was warned of. */
export function notebookView(notebook: Notebook): {
  readonly onEvent: (event: RunEvent, state: RunState) => void;
  readonly stop: () => void;
} {
  const id = `trainyard-run-${++displays}`;
  const remarks = new Set<string>();
  let shown = "";
  const onEvent = (event: RunEvent, state: RunState) => {
    for (const remark of remarksOf(event)) remarks.add(remark);
    const { current, total, label } = progressLine(state, 200);
    const text = [label, ...remarks].join("\n");
    const bar = `<progress max="${total}" value="${current}" style="width:16em"></progress>`;
    const html = `<div>${bar} ${text.split("\n").map(escapeHtml).join("<br>")}</div>`;
    if (html === shown) return;
    const data = { "text/html": html, "text/plain": text };
    const type = shown === "" ? "display_data" : "update_display_data";
    shown = html;
    // A page that is gone shows nothing, and that is no reason to stop watching.
    const content = { data, metadata: {}, transient: { display_id: id } };
    Promise.resolve(notebook.broadcast(type, content)).catch(() => {});
  };
  return { onEvent, stop: () => {} };
}
