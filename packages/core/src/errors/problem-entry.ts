/** What a problem's code means: a problem is one thing wrong, or doubtful, with a training as described. */
export interface ProblemEntry {
  /** `error` stops a start; `warning` does not, unless the start is strict. */
  readonly severity: "error" | "warning";
  /** What is wrong, in one sentence. */
  readonly text: string;
  /** The fact of the platform or the specification behind it. */
  readonly why: string;
  /** How to mend it, in one sentence. */
  readonly mend: string;
  /** Calls of a chain that lead to it. */
  readonly example: string;
  /** Whether `ignore` lets it pass as an error: a judgement, not an impossibility. */
  readonly judgement: boolean;
  /** Only a start finds it, when the task is there: `strict` cannot stop what has begun. */
  readonly afterCreation?: true;
}
