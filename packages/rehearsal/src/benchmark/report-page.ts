import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { Evaluation } from "./evaluation.ts";
import type { Html } from "./html.ts";
import { classTable, confidenceChart, confusionTable, curves, keyMetrics } from "./report-parts.ts";
import { reportStyle } from "./report-style.ts";

/** What a report is about. */
export interface ReportFacts {
  readonly title: string;
  /** What must be known before the numbers are believed. */
  readonly notes: readonly string[];
  /** Rows of name and value. */
  readonly facts: readonly (readonly [string, string])[];
  readonly evaluation: Evaluation;
  readonly pictures: readonly Html[];
  /** Where the speed test was asked for. */
  readonly speed?: SpeedTest | undefined;
}
/** Milliseconds that the network takes for an image, over several passes. */
export interface SpeedTest {
  readonly mean: number;
  readonly deviation: number;
  readonly images: number;
}

const hash = createHash("sha256").update(reportStyle).digest("base64");
/** No script, no network: the style by its hash, pictures from within the file. */
const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;

/** The whole report as one HTML file that needs nothing else, wherever it is opened. */
export async function reportPage(report: ReportFacts): Promise<string> {
  const { evaluation, speed } = report;
  const names = evaluation.classes.map(({ name }) => name);
  const page = await html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">
<title>${report.title} – evaluation</title><style>${raw(reportStyle)}</style></head><body><main>
<p class="muted">Model evaluation report</p><h1><bdi>${report.title}</bdi></h1>
${report.notes.map((note) => html`<p class="note">${note}</p>`)}
${keyMetrics(evaluation)}
<dl class="facts">${report.facts.map(([name, value]) => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`)}${speed === undefined ? "" : html`<dt>Speed</dt><dd>${speed.mean.toFixed(2)} ± ${speed.deviation.toFixed(2)} ms an image, one at a time, on the CPU; ${speed.images} images measured</dd>`}</dl>
<h2>Classes</h2>${classTable(evaluation.classes)}
<h2>Precision, recall and confidence</h2><div class="two">${curves(evaluation.classes)}${confidenceChart(evaluation)}</div>
<h2>Confusion matrix</h2><p class="muted">Boxes at confidence ${evaluation.confidence.toFixed(3)} or more that overlap by half.</p>${confusionTable(evaluation.confusion, names)}
<h2>Examples</h2><p class="muted">Of the val set, those with the most mistakes first. Dashed: what is there. Coloured: what was found.</p><div class="shots">${report.pictures}</div>
</main></body></html>
`;
  return String(page);
}
