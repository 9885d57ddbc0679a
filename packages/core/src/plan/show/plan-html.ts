import { escapeHtml } from "../../show/escape-html.ts";
import { formatProblem } from "../problems/format-problem.ts";
import type { TrainPlan } from "../terms/train-plan.ts";
import { planRows, unlikeLines } from "./plan-rows.ts";

/** A plan as HTML for a notebook. Every text in it is escaped: names come from people and instances. */
export function planHtml(plan: TrainPlan, hash: string): string {
  const rows = planRows(plan).map(
    ({ name, value, origin }) =>
      `<tr><th style="text-align:left">${escapeHtml(name)}</th><td style="text-align:left">${escapeHtml(value)}</td><td style="text-align:left;opacity:.7">${escapeHtml(origin)}</td></tr>`,
  );
  const list = (title: string, sentences: readonly string[]) =>
    sentences.length === 0
      ? ""
      : `<p>${title}</p><ul>${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join("")}</ul>`;
  const unlike = unlikeLines(plan);
  return [
    `<div><p>Plan <code>${escapeHtml(hash.slice(0, 12))}</code>: nothing is started yet</p>`,
    `<table><tbody>${rows.join("")}</tbody></table>`,
    unlike === undefined ? "" : list(unlike.title, unlike.lines),
    list("Warnings", plan.warnings.map(formatProblem)),
    list("Not checked", plan.details?.notChecked ?? []),
    "</div>",
  ].join("");
}
