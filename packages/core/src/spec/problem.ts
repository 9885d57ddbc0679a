import type { Said } from "./layer.ts";

/** One thing that is wrong, or doubtful, with a training as described. */
export interface Problem {
  /** Stable code, e.g. `CLASS_UNKNOWN`; docs/errors has a page for each. */
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
  /** Who said the value: `chain .split()`, `preset@version`, `default`. */
  readonly origin?: string;
  /** What was said before and overruled, newest first. */
  readonly overruled?: readonly Said[];
}
