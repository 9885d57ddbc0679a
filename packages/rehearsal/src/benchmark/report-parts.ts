import { html } from "hono/html";
import type { Confusion } from "./confusion.ts";
import type { ClassEvaluation, Evaluation } from "./evaluation.ts";
import type { Html } from "./html.ts";
import { lineChart } from "./line-chart.ts";

/** Lines that can be told apart in one chart, and rows of a matrix that can be read. */
const mostLines = 8;
const mostClasses = 25;

/** A number of 0..1 as people compare it. */
function show(value: number | undefined): string {
  return value === undefined ? "–" : value.toFixed(3);
}

/** What COCO and the platform call the quality of a detector, and what it means. */
export function keyMetrics({ metrics, confidence }: Evaluation): Html {
  const rows: readonly [string, string, string][] = [
    ["mAP50-95", "mAP", "mean over overlaps of 0.5 to 0.95"],
    ["mAP50", "AP50", "boxes that overlap by half"],
    ["mAP75", "AP75", "boxes that overlap by three quarters"],
    ["Precision", "precision", "of what it finds, right"],
    ["Recall", "recall", "of what is there, found"],
    ["F1", "f1", `best, at confidence ${show(confidence)}`],
  ];
  return html`<dl class="tiles">${rows.map(([title, name, about]) => html`<div><dt>${title}</dt><dd>${show(metrics[name])}</dd><dd class="about">${about}</dd></div>`)}</dl>`;
}

/** A row for each class. */
export function classTable(classes: readonly ClassEvaluation[]): Html {
  const heads = ["Class", "Objects", "Found", "AP50-95", "AP50", "AP75", "Precision", "Recall", "F1"];
  return html`<div class="wide" tabindex="0" role="region" aria-label="Classes"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${classes.map((one) => html`<tr><th scope="row"><bdi>${one.name}</bdi></th><td>${one.truth}</td><td>${one.found}</td>${[one.AP, one.AP50, one.AP75, ...(one.truth === 0 ? [undefined, undefined, undefined] : [one.precision, one.recall, one.f1])].map((value) => html`<td>${value === undefined ? "" : html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="fill" width="${Math.round(value * 100)}" height="6"/></svg>`}${show(value)}</td>`)}</tr>`)}
</tbody></table></div>`;
}

/** Precision over recall, of all classes together and of those with the most objects. */
export function curves(classes: readonly ClassEvaluation[]): Html {
  const present = classes.filter((one) => one.curve !== undefined);
  const shown = [...present].sort((a, b) => b.truth - a.truth).slice(0, mostLines);
  const mean = Array.from(
    { length: 101 },
    (_, at) => present.reduce((sum, { curve }) => sum + (curve?.[at] ?? 0), 0) / Math.max(1, present.length),
  );
  const points = (values: readonly number[]) => values.map((value, at) => [at / 100, value] as const);
  // Few classes have the colours of their boxes in the pictures.
  const colour = (one: ClassEvaluation) => `c${(classes.length <= mostLines ? classes : shown).indexOf(one)}`;
  const lines = shown.map((one) => ({ points: points(one.curve ?? []), style: colour(one) }));
  const left = present.length - shown.length;
  return html`<figure>${lineChart("Precision over recall", ["Recall", "Precision"], [...lines, { points: points(mean), style: "mean" }])}
<figcaption>Precision over recall at an overlap of 0.5.${left > 0 ? ` The ${mostLines} classes with the most objects; ${left} more are in the mean.` : ""}</figcaption>
<ul class="legend"><li><i class="mean"></i>all classes</li>${shown.map((one) => html`<li><i class="${colour(one)}"></i><bdi>${one.name}</bdi></li>`)}</ul></figure>`;
}

/** What asking for more confidence gains and costs. */
export function confidenceChart({ byConfidence, confidence }: Evaluation): Html {
  const line = (name: "precision" | "recall" | "f1", style: string) => ({
    points: byConfidence.map((point) => [point.confidence, point[name]] as const),
    style,
  });
  const best = { points: [[confidence, 0] as const, [confidence, 1] as const], style: "mark" };
  return html`<figure>${lineChart("Precision, recall and F1 by confidence", ["Confidence", "Value"], [line("precision", "c0"), line("recall", "c1"), line("f1", "mean"), best])}
<figcaption>What asking for more confidence gains and costs; F1 is best at ${show(confidence)}.</figcaption>
<ul class="legend"><li><i class="c0"></i>precision</li><li><i class="c1"></i>recall</li><li><i class="mean"></i>F1</li></ul></figure>`;
}

/** True classes in rows, found ones in columns; of many classes only those that are mixed up most. */
export function confusionTable(table: Confusion, names: readonly string[]): Html {
  const last = names.length;
  const mixed = (at: number) =>
    table.reduce((sum, row, from) => sum + (from === at ? 0 : (row[at] ?? 0)), 0) +
    (table[at] ?? []).reduce((sum, boxes, to) => sum + (to === at ? 0 : boxes), 0);
  const kept = names
    .map((_, at) => at)
    .sort((a, b) => mixed(b) - mixed(a) || a - b)
    .slice(0, mostClasses)
    .sort((a, b) => a - b);
  const shown = [...kept, last];
  const most = Math.max(1, ...shown.flatMap((row) => shown.map((column) => table[row]?.[column] ?? 0)));
  const title = (at: number, none: string) => (at === last ? none : html`<bdi>${names[at] ?? ""}</bdi>`);
  const left = names.length - kept.length;
  const cell = (row: number, column: number) => {
    const boxes = table[row]?.[column] ?? 0;
    if (row === last && column === last) return html`<td></td>`;
    const kind = row === column ? "right" : "wrong";
    return html`<td class="${boxes === 0 ? "none" : `${kind} heat${Math.ceil((4 * boxes) / most)}`}">${boxes}</td>`;
  };
  return html`<div class="wide" tabindex="0" role="region" aria-label="Confusion matrix"><table class="matrix"><thead><tr><th scope="col">true ↓ found →</th>${shown.map((at) => html`<th scope="col">${title(at, "not found")}</th>`)}</tr></thead><tbody>
${shown.map((row) => html`<tr><th scope="row">${title(row, "nothing there")}</th>${shown.map((column) => cell(row, column))}</tr>`)}
</tbody></table></div>${left > 0 ? html`<p class="muted">The ${kept.length} classes that are mixed up most; ${left} are left out.</p>` : ""}`;
}
