import { formatProblem } from "../problems/format-problem.ts";
import type { TrainPlan } from "../terms/train-plan.ts";
import { planRows, unlikeLines } from "./plan-rows.ts";

/** A plan as a table for a terminal, with its warnings and what was not checked below. */
export function planText(plan: TrainPlan, hash: string): string {
  const rows = planRows(plan);
  const nameWidth = Math.max(...rows.map(({ name }) => name.length));
  const valueWidth = Math.min(60, Math.max(...rows.map(({ value }) => value.length)));
  const lines = rows.map(({ name, value, origin }) => {
    const first = `  ${name.padEnd(nameWidth)}  ${value.padEnd(valueWidth)}`;
    return origin === "" ? first.trimEnd() : `${first}  ${origin}`;
  });
  const warnings = plan.warnings.map((warning) => `  ! ${formatProblem(warning)}`);
  const notChecked = (plan.details?.notChecked ?? []).map((sentence) => `  ? ${sentence}`);
  const unlike = unlikeLines(plan);
  return [
    `Plan ${hash.slice(0, 12)}: nothing is started yet`,
    ...lines,
    ...(unlike === undefined ? [] : [unlike.title, ...unlike.lines.map((line) => `  ${line}`)]),
    ...(warnings.length === 0 ? [] : ["Warnings", ...warnings]),
    ...(notChecked.length === 0 ? [] : ["Not checked", ...notChecked]),
  ].join("\n");
}
