import { Cursor, isBreakOrEnd, isSpaceOrEnd } from "./cursor.ts";
import { scanBlockScalar } from "./scan-block-scalar.ts";
import { scanAnchor, scanDirective, scanTag } from "./scan-name.ts";
import { scanPlain } from "./scan-plain.ts";
import { scanQuoted } from "./scan-quoted.ts";
import type { MarkKind, Token } from "./token.ts";
import { YamlFault } from "./yaml-fault.ts";

/** A place that turns out to be a key if a colon follows on the same line. */
interface KeyGuess {
  readonly token: number;
  readonly required: boolean;
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** PyYAML gives up on a key without `?` after so many characters. */
const longestKey = 1024;

/** Cuts a text into tokens as YAML 1.1 does: indentation becomes marks, and keys are found when their colon is. */
export class Scanner {
  readonly tokens: Token[] = [];
  /** What ended the scan early; the tokens before it are good. */
  fault: YamlFault | undefined;
  readonly #cursor: Cursor;
  readonly #indents: number[] = [];
  #indent = -1;
  #flow = 0;
  #keyAllowed = true;
  #guesses: (KeyGuess | undefined)[] = [];
  /** Below this level no guess holds any more. */
  #stale = 0;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
    if (text.startsWith("\ufeff")) this.#cursor.at = this.#cursor.lineStart = 1;
    try {
      while (this.#next());
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
      this.fault = error;
    }
  }

  #next(): boolean {
    const cursor = this.#cursor;
    this.#skipToToken();
    this.#dropStaleGuesses();
    this.#unwind(cursor.column);
    const code = cursor.peek();
    if (code === 0) {
      this.#endOfLevel(-1);
      this.#mark("stream-end", 0);
      return false;
    }
    if (cursor.column === 0 && code === 0x25) {
      this.#endOfLevel(-1);
      this.tokens.push(scanDirective(cursor));
    } else if (cursor.column === 0 && cursor.atSeparator()) {
      this.#endOfLevel(-1);
      this.#mark(code === 0x2d ? "document-start" : "document-end", 3);
    } else if (!this.#scanIndicator(code)) this.#scanScalar(code);
    return true;
  }

  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      cursor.skipSpaces();
      if (cursor.peek() === 0x23) while (!isBreakOrEnd(cursor.peek())) cursor.at++;
      if (cursor.lineBreak() === "") return;
      if (this.#flow === 0) this.#keyAllowed = true;
    }
  }

  #scanIndicator(code: number): boolean {
    const beforeSpace = this.#flow > 0 || isSpaceOrEnd(this.#cursor.peek(1));
    if (code === 0x5b || code === 0x7b) {
      this.#guessKey();
      this.#flow++;
      this.#keyAllowed = true;
      this.#mark(code === 0x5b ? "flow-list" : "flow-map", 1);
    } else if (code === 0x5d || code === 0x7d) {
      this.#forgetGuess();
      this.#flow = Math.max(0, this.#flow - 1);
      this.#keyAllowed = false;
      this.#mark(code === 0x5d ? "flow-list-end" : "flow-map-end", 1);
    } else if (code === 0x2c) {
      this.#keyAllowed = true;
      this.#forgetGuess();
      this.#mark("comma", 1);
    } else if (code === 0x2d && isSpaceOrEnd(this.#cursor.peek(1))) this.#scanDash();
    else if (code === 0x3f && beforeSpace) this.#scanExplicitKey();
    else if (code === 0x3a && beforeSpace) this.#scanValue();
    else return false;
    return true;
  }

  #scanDash(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed) throw new YamlFault("a list item may not start here", this.#cursor.at);
      if (this.#deepen(this.#cursor.column)) this.#mark("block-list", 0);
    }
    this.#keyAllowed = true;
    this.#forgetGuess();
    this.#mark("dash", 1);
  }

  #scanExplicitKey(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed) throw new YamlFault("a key may not start here", this.#cursor.at);
      if (this.#deepen(this.#cursor.column)) this.#mark("block-map", 0);
    }
    this.#keyAllowed = this.#flow === 0;
    this.#forgetGuess();
    this.#mark("key", 1);
  }

  #scanValue(): void {
    const guess = this.#guesses[this.#flow];
    if (guess !== undefined) {
      this.#guesses[this.#flow] = undefined;
      const marks: Token[] = [{ kind: "key", start: guess.at, end: guess.at }];
      if (this.#flow === 0 && this.#deepen(guess.column))
        marks.unshift({ kind: "block-map", start: guess.at, end: guess.at });
      this.tokens.splice(guess.token, 0, ...marks);
      this.#keyAllowed = false;
    } else {
      if (this.#flow === 0) {
        if (!this.#keyAllowed)
          throw new YamlFault(
            "a second value on one line (quote a text that holds a colon)",
            this.#cursor.at,
          );
        if (this.#deepen(this.#cursor.column)) this.#mark("block-map", 0);
      }
      this.#keyAllowed = this.#flow === 0;
      this.#forgetGuess();
    }
    this.#mark("value", 1);
  }

  #scanScalar(code: number): void {
    const cursor = this.#cursor;
    const start = cursor.at;
    if (this.#flow === 0 && (code === 0x7c || code === 0x3e)) {
      this.#keyAllowed = true;
      this.#forgetGuess();
      const { value, end } = scanBlockScalar(cursor, this.#indent);
      this.tokens.push({ kind: "scalar", value, style: code === 0x7c ? "literal" : "folded", start, end });
      return;
    }
    if (!this.#startsNode(code)) throw new YamlFault(refusal(code), start);
    this.#guessKey();
    this.#keyAllowed = false;
    if (code === 0x2a || code === 0x26) this.tokens.push(scanAnchor(cursor));
    else if (code === 0x21) this.tokens.push(scanTag(cursor));
    else if (code === 0x22 || code === 0x27) {
      const value = scanQuoted(cursor, code === 0x22);
      const style = code === 0x22 ? "double" : "single";
      this.tokens.push({ kind: "scalar", value, style, start, end: cursor.at });
    } else {
      const { value, end, brokeLine } = scanPlain(cursor, this.#indent + 1, this.#flow > 0);
      this.#keyAllowed = brokeLine;
      this.tokens.push({ kind: "scalar", value, style: "plain", start, end });
    }
  }

  /** Whether an alias, a property, a quoted or a plain scalar can start with this character. */
  #startsNode(code: number): boolean {
    if (!`-?:,[]{}#|>%@\``.includes(String.fromCharCode(code)) && code !== 0x09) return true;
    if (isSpaceOrEnd(this.#cursor.peek(1))) return false;
    return code === 0x2d || (this.#flow === 0 && (code === 0x3f || code === 0x3a));
  }

  #mark(kind: MarkKind, length: number): void {
    const start = this.#cursor.at;
    this.#cursor.at += length;
    this.tokens.push({ kind, start, end: start + length });
  }

  #deepen(column: number): boolean {
    if (this.#indent >= column) return false;
    this.#indents.push(this.#indent);
    this.#indent = column;
    return true;
  }

  #unwind(column: number): void {
    if (this.#flow > 0) return;
    while (this.#indent > column) {
      this.#indent = this.#indents.pop() ?? -1;
      this.#mark("block-end", 0);
    }
  }

  #endOfLevel(column: number): void {
    this.#unwind(column);
    this.#forgetGuess();
    this.#keyAllowed = false;
  }

  #guessKey(): void {
    const { at, line, column } = this.#cursor;
    if (!this.#keyAllowed) return;
    this.#forgetGuess();
    const required = this.#flow === 0 && this.#indent === column;
    this.#guesses[this.#flow] = { token: this.tokens.length, required, at, line, column };
    this.#stale = Math.min(this.#stale, this.#flow);
  }

  #forgetGuess(): void {
    this.#refuseIfRequired(this.#guesses[this.#flow]);
    this.#guesses[this.#flow] = undefined;
  }

  #dropStaleGuesses(): void {
    const { at, line } = this.#cursor;
    // A guess of a deeper level is newer: where one still holds, all after it do.
    for (; this.#stale < this.#guesses.length; this.#stale++) {
      const guess = this.#guesses[this.#stale];
      if (guess !== undefined && guess.line === line && at - guess.at <= longestKey) return;
      this.#refuseIfRequired(guess);
      this.#guesses[this.#stale] = undefined;
    }
  }

  #refuseIfRequired(guess: KeyGuess | undefined): void {
    if (guess?.required) throw new YamlFault('a key lacks its colon (": " with a space)', guess.at);
  }
}

function refusal(code: number): string {
  if (code === 0x09) return "a tab stands where only spaces may";
  const character = String.fromCharCode(code);
  return `a text may not start with ${character} here (put it in quotes)`;
}
