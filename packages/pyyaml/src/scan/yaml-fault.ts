/** Why a text is refused, before its place is put into words. */
export class YamlFault extends Error {
  override readonly name = "YamlFault";
  /** Index into the text. */
  readonly at: number;
  /** `syntax` and `value` are what PyYAML refuses too; `limit` is a bound of ours. */
  readonly reason: "syntax" | "value" | "limit";

  constructor(message: string, at: number, reason: "syntax" | "value" | "limit" = "syntax") {
    super(message);
    this.at = at;
    this.reason = reason;
  }
}
