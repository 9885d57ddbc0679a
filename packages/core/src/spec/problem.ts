/** One thing that is wrong, or doubtful, with a training as described. */
export interface Problem {
  /** Stable code, e.g. `CLASS_UNKNOWN`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** Where in the spec, e.g. `split.train`. */
  readonly path: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** How to mend it, in one sentence. */
  readonly hint: string;
  readonly value?: unknown;
  readonly allowed?: readonly string[];
  /** Who said the value: `chain`, `preset@version`, `default`, `app`. */
  readonly origin?: string;
}
