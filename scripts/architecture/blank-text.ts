/** One source text twice, both as long as the original, so an offset means the same place in all three. */
export interface BlankedText {
  /** Comments are spaces; strings are as written. */
  readonly code: string;
  /** Comments and the contents of strings, templates and regular expressions are spaces. */
  readonly bare: string;
}

const wordBeforeRegex =
  /(?:^|[^\w$.])(?:return|typeof|case|in|of|delete|void|throw|new|await|yield|else|do)$/;
const charBeforeRegex = "(,=:[!&|?{};+-*%~^<>";

/** Blanks what is not code, so that the laws below may be written as plain patterns. */
export function blankText(source: string): BlankedText {
  const code = source.split("");
  const bare = source.split("");
  const openTemplates: number[] = [];
  let braces = 0;
  let at = 0;

  const blank = (chars: string[], from: number, to: number): void => {
    for (let i = from; i < to; i++) if (chars[i] !== "\n") chars[i] = " ";
  };
  const skipComment = (end: number): void => {
    blank(code, at, end);
    blank(bare, at, end);
    at = end;
  };
  const skipText = (contentEnd: number, end: number): void => {
    blank(bare, at + 1, contentEnd);
    at = end;
  };
  const skipTemplateText = (): void => {
    const end = templateTextEnd(source, at + 1);
    const opensHole = source[end] === "$";
    if (opensHole) openTemplates.push(braces++);
    skipText(end, end + (opensHole ? 2 : 1));
  };

  while (at < source.length) {
    const char = source[at];
    const pair = source.slice(at, at + 2);
    if (pair === "//") skipComment(indexOrEnd(source, "\n", at));
    else if (pair === "/*") skipComment(indexOrEnd(source, "*/", at + 2, 2));
    else if (char === '"' || char === "'") {
      const end = stringEnd(source, at + 1, char);
      skipText(end, end + 1);
    } else if (char === "`") skipTemplateText();
    else if (char === "}" && openTemplates.at(-1) === braces - 1) {
      openTemplates.pop();
      braces--;
      skipTemplateText();
    } else if (char === "/" && startsRegex(bare, at)) {
      const end = regexEnd(source, at + 1);
      if (end === undefined) at++;
      else skipText(end, end + 1);
    } else {
      if (char === "{") braces++;
      if (char === "}") braces--;
      at++;
    }
  }
  return { code: code.join(""), bare: bare.join("") };
}

function indexOrEnd(source: string, text: string, from: number, plus = 0): number {
  const found = source.indexOf(text, from);
  return found < 0 ? source.length : found + plus;
}

function stringEnd(source: string, from: number, quote: string): number {
  let at = from;
  while (at < source.length && source[at] !== quote && source[at] !== "\n") at += source[at] === "\\" ? 2 : 1;
  return at;
}

function templateTextEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== "`" && source.slice(at, at + 2) !== "${") {
    at += source[at] === "\\" ? 2 : 1;
  }
  return at;
}

function startsRegex(bare: readonly string[], at: number): boolean {
  const before = bare
    .slice(Math.max(0, at - 200), at)
    .join("")
    .trimEnd();
  const last = before.at(-1);
  return last === undefined || charBeforeRegex.includes(last) || wordBeforeRegex.test(before);
}

/** The offset of the closing slash, or undefined when the slash was a division after all. */
function regexEnd(source: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from; at < source.length && source[at] !== "\n"; at++) {
    const char = source[at];
    if (char === "\\") at++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) return at;
  }
  return undefined;
}
