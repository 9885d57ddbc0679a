import { showAs } from "../show/show-as.ts";
import type { ComparedExperiment } from "./compared-experiment.ts";
import type { ComparisonData, ComparisonRow } from "./comparison-data.ts";
import { comparisonHtml } from "./comparison-html.ts";
import { comparisonTable } from "./comparison-table.ts";
import { whyApart } from "./why-apart.ts";

/**
 * Experiments side by side: what differs in their settings, then their metrics. It prints as a table, shows itself in a
 * notebook, and is JSON.
 */
export class Comparison implements ComparisonData {
  /** In the order in which they were named. */
  readonly experiments: readonly ComparedExperiment[];
  /** Settings that are not the same in all. */
  readonly differences: readonly ComparisonRow[];
  readonly metrics: readonly ComparisonRow[];
  /** Why they are not ranked; empty where they are. */
  readonly apart: readonly string[];

  constructor(experiments: readonly ComparedExperiment[]) {
    this.experiments = Object.freeze([...experiments]);
    this.differences = differencesOf(experiments);
    this.metrics = metricsOf(experiments);
    this.apart = whyApart(experiments);
    showAs(
      this,
      () => this.toString(),
      () => this.toHtml(),
    );
    Object.freeze(this);
  }

  /**
   * The experiments by a metric, the best first; a loss, an error or a time is better when it is less. Undefined where
   * they are not comparable, see {@link apart}, or where none has the metric.
   */
  ranked(metric: string): readonly ComparedExperiment[] | undefined {
    const having = this.experiments.filter(({ metrics }) => metrics[metric] !== undefined);
    if (this.apart.length > 0 || having.length === 0) return undefined;
    const sign = /loss|error|latency|time/i.test(metric) ? 1 : -1;
    return having.toSorted((a, b) => sign * ((a.metrics[metric] ?? 0) - (b.metrics[metric] ?? 0)));
  }

  /** The best by a metric; see {@link ranked}. */
  best(metric: string): ComparedExperiment | undefined {
    return this.ranked(metric)?.[0];
  }

  /** As a table of text. */
  toString(): string {
    return comparisonTable(this);
  }

  /** As HTML with the metrics as bars. Every text in it is escaped. */
  toHtml(): string {
    return comparisonHtml(this);
  }

  /** As comma-separated values: a line for each setting that differs and each metric. */
  toCsv(): string {
    const rows = [["", ...this.experiments.map(({ name }) => name)]];
    for (const { name, values } of [...this.differences, ...this.metrics])
      rows.push([name, ...values.map((value) => (value === undefined ? "" : text(value)))]);
    return `${rows.map((cells) => cells.map(quoted).join(",")).join("\n")}\n`;
  }

  /** The comparison as plain data. */
  toJSON(): ComparisonData {
    const { experiments, differences, metrics, apart } = this;
    return { experiments, differences, metrics, apart };
  }
}

function differencesOf(experiments: readonly ComparedExperiment[]): readonly ComparisonRow[] {
  const settings = experiments.map(({ framework, model, projectId, images, classes, hyperparameters }) => ({
    ...{ framework, model, project: projectId },
    ...{ "train images": images?.train, "val images": images?.val, classes: classes?.join(", ") },
    ...hyperparameters,
  }));
  return rows(settings).filter(
    ({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1,
  );
}

function metricsOf(experiments: readonly ComparedExperiment[]): readonly ComparisonRow[] {
  return rows(experiments.map(({ metrics }) => metrics));
}

function rows(columns: readonly Readonly<Record<string, unknown>>[]): readonly ComparisonRow[] {
  const names = [...new Set(columns.flatMap((column) => Object.keys(column)))];
  return names.map((name) => ({ name, values: columns.map((column) => column[name]) }));
}

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** A cell that a spreadsheet would take for a formula is kept a text. */
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]/.test(cell) || /^-\D/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
