import type { BlankedText } from "./blank-text.ts";

/** One module a file names, in an import, a re-export or an `import()`; type-only ones count too. */
export interface ImportSite {
  readonly specifier: string;
  readonly line: number;
}

// On bare text: strings are blank, so code that only mentions an import inside a string is not found.
const forms: readonly RegExp[] = [
  /\bimport\s*(?=")/g,
  /\bimport\s+[\w$\s,*{}]+?\bfrom\s*(?=")/g,
  /\bimport\s*[{*][\w$\s,*{}]*?\bfrom\s*(?=")/g,
  /\bexport\s+(?:type\s+)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})\s*from\s*(?=")/g,
  /\bimport\s*\(\s*(?=")/g,
];

/** Every module named by a literal; a computed `import(path)` cannot be known before it runs. */
export function findImports({ code, bare }: BlankedText): readonly ImportSite[] {
  const plain = bare.replaceAll("'", '"');
  const sites = new Map<number, ImportSite>();
  for (const form of forms) {
    for (const match of plain.matchAll(form)) {
      const open = match.index + match[0].length;
      const close = plain.indexOf('"', open + 1);
      sites.set(open, { specifier: code.slice(open + 1, close), line: lineAt(code, match.index) });
    }
  }
  return [...sites.entries()].sort(([a], [b]) => a - b).map(([, site]) => site);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
