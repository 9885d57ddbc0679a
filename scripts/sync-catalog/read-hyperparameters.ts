import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { type PythonKind, pythonKind, pythonValue } from "./python-scalar.ts";

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A hyperparameter as the app's file states it. */
export interface FileHyperparameter {
  readonly path: string;
  readonly kinds: readonly PythonKind[];
  readonly default: Plain;
  readonly choices?: readonly string[];
}

/** What a hyperparameters.yaml says: its leaves in order, and its text without comments. */
export interface FileHyperparameters {
  readonly items: readonly FileHyperparameter[];
  readonly text: string;
}

/**
 * Reads a hyperparameters.yaml as PyYAML does. A comment such as `(int | list)` declares kinds, and
 * `choices=[a, b]` choices; nothing else of a comment is taken over.
 */
export function readHyperparameters(source: string): FileHyperparameters {
  const text = withoutComments(source);
  const items = leaves(rootOf(source), []);
  if (JSON.stringify(items.map(bare)) !== JSON.stringify(leaves(rootOf(text), []).map(bare)))
    throw new Error("The hyperparameters do not read the same without their comments.");
  return { items, text };
}

const bare = ({ path, default: value }: FileHyperparameter) => [path, value];

function rootOf(text: string): Node {
  const document = parseDocument(text, { version: "1.1", schema: "failsafe" });
  if (document.errors[0] !== undefined) throw document.errors[0];
  if (!isMap(document.contents)) throw new Error("The hyperparameters are not a YAML mapping.");
  return document.contents;
}

function leaves(node: unknown, path: readonly string[]): readonly FileHyperparameter[] {
  if (isMap(node) && node.items.length > 0)
    return node.items.flatMap(({ key, value }) => leaves(value, [...path, String(key)]));
  const value = plainOf(node);
  const comment = isScalar(node) ? (node.comment ?? "") : "";
  const declared = declaredKinds(comment);
  const own = kindOf(node);
  const kinds = declared.length === 0 ? [own] : fits(own, declared) ? declared : [...declared, own];
  // A yes-or-no key needs no list of its two values.
  const listed = kinds.includes("bool") ? undefined : /choices=\[([^\]]*)\]/.exec(comment)?.[1];
  const choices = listed?.split(",").map((choice) => choice.trim());
  return [{ path: path.join("."), kinds, default: value, ...(choices === undefined ? {} : { choices }) }];
}

const fits = (own: PythonKind, declared: readonly PythonKind[]) =>
  declared.includes(own) || (own === "int" && declared.includes("float"));

function declaredKinds(comment: string): readonly PythonKind[] {
  const inside = /^\s*\(([\w |,]+)\)/.exec(comment)?.[1];
  if (inside === undefined) return [];
  const known: Readonly<Record<string, PythonKind>> = {
    int: "int",
    float: "float",
    str: "str",
    bool: "bool",
    list: "list",
    dict: "map",
    optional: "null",
  };
  return inside.split(/[|,]/).flatMap((word) => known[word.trim()] ?? []);
}

function kindOf(node: unknown): PythonKind {
  if (isSeq(node)) return "list";
  if (isMap(node)) return "map";
  return isScalar(node) && node.type !== "PLAIN" ? "str" : pythonKind(textOf(node));
}

function plainOf(node: unknown): Plain {
  if (isSeq(node)) return node.items.map(plainOf);
  if (isMap(node)) return {};
  return isScalar(node) && node.type !== "PLAIN" ? textOf(node) : pythonValue(textOf(node));
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value ?? "") : "";
}

/** Drops comments and blank lines; a # inside quotes or a word is none. */
function withoutComments(source: string): string {
  const lines = source.split(/\r?\n/).map((line) => {
    const kept = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\S)#|[^"'#]|["'])*/.exec(line)?.[0] ?? "";
    return kept.trimEnd();
  });
  return `${lines.filter((line) => line !== "" && line !== "---").join("\n")}\n`;
}
