import type { PythonToken } from "./python-tokens.ts";
import { pythonTokens } from "./python-tokens.ts";

/** A value that Python would read; what may be done with it depends on its kind. */
interface Value {
  readonly kind: "real" | "imaginary" | "signed" | "other";
  /** May be in a set, or name a value in a dictionary. */
  readonly hashable: boolean;
}
const other = (hashable: boolean): Value => ({ kind: "other", hashable });

class NotLiteral extends Error {}

/**
 * Whether Python's `ast.literal_eval` reads a text as a value; it fails on every other text.
 * Names of characters (`\N{…}`) are taken on trust.
 */
export function isPythonLiteral(text: string): boolean {
  const tokens = pythonTokens(text);
  if (tokens === undefined) return false;
  try {
    return new Reader(tokens).isWhole();
  } catch (error) {
    if (error instanceof NotLiteral) return false;
    throw error;
  }
}

class Reader {
  readonly #tokens: readonly PythonToken[];
  #at = 0;

  constructor(tokens: readonly PythonToken[]) {
    this.#tokens = tokens;
  }

  isWhole(): boolean {
    this.#list(undefined);
    return this.#tokens.length > 0;
  }

  #take(...wanted: readonly PythonToken[]): PythonToken | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#at += 1;
    return token;
  }

  #ends(close: PythonToken | undefined): boolean {
    return close === undefined ? this.#at === this.#tokens.length : this.#take(close) !== undefined;
  }

  /** Values between commas, up to `close`; a comma may stand at the end. */
  #list(close: PythonToken | undefined): { values: readonly Value[]; comma: boolean } {
    const values: Value[] = [];
    let comma = true;
    while (!this.#ends(close)) {
      if (!comma) throw new NotLiteral();
      values.push(this.#sum());
      comma = this.#take(",") !== undefined;
    }
    return { values, comma };
  }

  /** A value, or a complex number: a real one and an imaginary one with a sign between. */
  #sum(): Value {
    const left = this.#signed();
    if (this.#take("+", "-") === undefined) return left.kind === "signed" ? other(true) : left;
    const right = this.#signed();
    const real = left.kind === "real" || left.kind === "signed";
    if (!real || right.kind !== "imaginary" || this.#take("+", "-") !== undefined) throw new NotLiteral();
    return other(true);
  }

  #signed(): Value {
    if (this.#take("+", "-") === undefined) return this.#atom();
    const { kind } = this.#atom();
    if (kind === "real") return { kind: "signed", hashable: true };
    if (kind === "imaginary") return other(true);
    throw new NotLiteral();
  }

  #atom(): Value {
    const token = this.#tokens[this.#at++];
    switch (token) {
      case "real":
      case "imaginary":
        return { kind: token, hashable: true };
      case "constant":
        return other(true);
      case "str":
      case "bytes":
        while (this.#take(token) !== undefined);
        return other(true);
      case "set":
        if (this.#take("(") === undefined || this.#take(")") === undefined) throw new NotLiteral();
        return other(false);
      case "[":
        this.#list("]");
        return other(false);
      case "(":
        return this.#group();
      case "{":
        this.#braces();
        return other(false);
      default:
        throw new NotLiteral();
    }
  }

  #group(): Value {
    const { values, comma } = this.#list(")");
    const [only] = values;
    if (only !== undefined && values.length === 1 && !comma) return only;
    return other(values.every(({ hashable }) => hashable));
  }

  /** A set or a dictionary. */
  #braces(): void {
    let comma = true;
    let pairs: boolean | undefined;
    while (!this.#ends("}")) {
      if (!comma || !this.#sum().hashable) throw new NotLiteral();
      const pair = this.#take(":") !== undefined;
      if (pair) this.#sum();
      pairs ??= pair;
      if (pair !== pairs) throw new NotLiteral();
      comma = this.#take(",") !== undefined;
    }
  }
}
