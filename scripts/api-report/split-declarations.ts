/** A top-level statement of a declaration file: the name it declares, and its text without comments. */
export interface Declaration {
  readonly name: string;
  readonly text: string;
}

const declares =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum|namespace) +([\w$]+)/;

/** What a declaration file exports under a name of its own; a name with overloads comes once for each. */
export function splitDeclarations(text: string): readonly Declaration[] {
  return statementsOf(text.replace(comments, "$1")).flatMap((statement) => {
    const name = declares.exec(statement)?.[1];
    return name === undefined ? [] : [{ name, text: statement }];
  });
}

/** A name that an entry exports, and where it comes from. */
export interface ExportedName {
  readonly name: string;
  /** Its name in the file it comes from. */
  readonly original: string;
  readonly from: string;
}

/** The names of an entry's hand-written lists. */
export function exportedNames(text: string): readonly ExportedName[] {
  return [...text.replace(comments, "$1").matchAll(/export (?:type )?\{([^}]*)\} from "([^"]+)"/g)].flatMap(
    ([, list = "", from = ""]) =>
      list.split(",").flatMap((part) => {
        const [original = "", name = original] = part
          .trim()
          .replace(/^type /, "")
          .split(/ as /);
        return name === "" ? [] : [{ name, original, from }];
      }),
  );
}

/** Texts in quotes are kept (the group), comments go. */
const comments = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

function statementsOf(text: string): readonly string[] {
  const statements: string[] = [];
  let depth = 0;
  let start = 0;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (quote !== "") {
      if (sign === "\\") at++;
      else if (sign === quote) quote = "";
      continue;
    }
    if (sign === '"' || sign === "'" || sign === "`") quote = sign;
    else if ("{([".includes(sign)) depth++;
    else if ("})]".includes(sign)) depth--;
    const isBlockEnd = sign === "}" && depth === 0 && /^\s*(?:\n|$)/.test(text.slice(at + 1, at + 200));
    if (depth > 0 || (sign !== ";" && !isBlockEnd)) continue;
    statements.push(tidy(text.slice(start, at + 1)));
    start = at + 1;
  }
  return statements;
}

function tidy(statement: string): string {
  return statement
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n")
    .trim();
}
