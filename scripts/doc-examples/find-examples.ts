/** One fence of TypeScript in the documentation, as a module of its own. */
export interface DocExample {
  /** File it stands in, from the repository root. */
  readonly file: string;
  /** 1-based line of the file that holds the example's first line. */
  readonly line: number;
  /** Columns before the example's text, as in a doc comment's ` * `. */
  readonly indent: number;
  readonly code: string;
}

const opening = /^(\s*(?:\* ?)?\s*)(`{3,})(?:ts|typescript)\b(.*)$/;

/** The ```ts fences of a Markdown text or of a source's doc comments; those marked `no-check` are left out. */
export function findExamples(file: string, text: string): readonly DocExample[] {
  const lines = text.split("\n");
  const examples: DocExample[] = [];
  for (let at = 0; at < lines.length; at++) {
    const [, prefix, ticks, marks] = opening.exec(lines[at] ?? "") ?? [];
    if (prefix === undefined || ticks === undefined) continue;
    const isClosing = (line: string): boolean => line.replace(/^\s*\*?\s*/, "").trimEnd() === ticks;
    const length = lines.slice(at + 1).findIndex(isClosing);
    if (length < 0) throw new Error(`${file}:${at + 1} opens a fence and never closes it.`);
    const inside = lines.slice(at + 1, at + 1 + length);
    if (!marks?.includes("no-check")) {
      const code = inside.map((line) => line.slice(prefix.length)).join("\n");
      examples.push({ file, line: at + 2, indent: prefix.length, code });
    }
    at += length + 1;
  }
  return examples;
}

/** The lines of `@example` tags without any fence: nothing can check those. */
export function findUnfenced(text: string): readonly number[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    if (!/^\s*(?:\/\*)?\*\s*@example\b/.test(line)) return [];
    const end = lines.slice(at + 1).findIndex((later) => /^\s*\*\s*@\w|\*\//.test(later));
    const block = lines.slice(at, at + 1 + end);
    return block.some((inside) => inside.includes("```")) ? [] : [at + 1];
  });
}
