/** What an app's `benchmark` gives. */
export interface Benchmark {
  /** Numbers by the platform's names; the first is the primary metric. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Path of the report below the folder: one HTML file that needs no other, e.g. `visualizations/report.html`. */
  readonly report: string;
}

/** What the experiment says of its evaluation. */
export interface EvaluationFacts {
  readonly metrics: Readonly<Record<string, number>>;
  /** Id of the report's file in Team Files; null where there is no report. */
  readonly reportId: number | null;
  readonly reportLink: string | null;
}
