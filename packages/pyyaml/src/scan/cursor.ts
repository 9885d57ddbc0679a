const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A place in a text that knows its line. The end of the text reads as character 0. */
export class Cursor {
  readonly text: string;
  at = 0;
  line = 0;
  lineStart = 0;

  constructor(text: string) {
    this.text = text;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  peek(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead) || 0;
  }

  /** Steps over a line break, if one is here; gives the character it counts as. */
  lineBreak(): string {
    const code = this.peek();
    if (!isBreak(code)) return "";
    this.at += code === carriageReturn && this.peek(1) === lineFeed ? 2 : 1;
    this.line++;
    this.lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : "\n";
  }

  skipSpaces(): void {
    while (this.peek() === 0x20) this.at++;
  }

  /** Whether `---` or `...` starts here, as a word of its own. */
  atSeparator(): boolean {
    const code = this.peek();
    if (code !== 0x2d && code !== 0x2e) return false;
    return this.peek(1) === code && this.peek(2) === code && isSpaceOrEnd(this.peek(3));
  }
}

/** PyYAML follows YAML 1.1: NEL and the Unicode separators break lines too. */
export function isBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBreakOrEnd(code: number): boolean {
  return code === 0 || isBreak(code);
}

export function isSpaceOrEnd(code: number): boolean {
  return code === 0x20 || code === 0x09 || isBreakOrEnd(code);
}

/** Letters, digits, dash and underscore: what anchors and handles are made of. */
export function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x5f
  );
}
