/** Where and why a text is refused. */
export interface YamlRefusal {
  /** `syntax` and `value` are what PyYAML refuses too; `limit` is a bound of ours. */
  readonly reason: "syntax" | "value" | "limit";
  /** What is wrong, as the part of a sentence. */
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * A text that PyYAML cannot read, a value that has no YAML form, or an edit that leads nowhere.
 *
 * @example
 * ```ts
 * import { PyYamlError, parsePyYaml } from "@trainyard/pyyaml";
 * try {
 *   parsePyYaml("a: [1");
 * } catch (error) {
 *   if (error instanceof PyYamlError) console.error(error.refusal?.line, error.hint);
 * }
 * ```
 */
export class PyYamlError extends Error {
  override readonly name = "PyYamlError";
  /** How to mend it. */
  readonly hint: string;
  /** The place in the text, where a text was refused. */
  readonly refusal: YamlRefusal | undefined;

  constructor(message: string, hint: string, refusal?: YamlRefusal) {
    super(message);
    this.hint = hint;
    this.refusal = refusal;
  }
}
