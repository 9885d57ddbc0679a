import { blankText } from "../architecture/blank-text.ts";

/** The names an entry file exports. */
export interface EntryExports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** Reads an entry file's exports; throws on `export *`, whose names nobody wrote down. */
export function findExports(source: string): EntryExports {
  const { bare } = blankText(source);
  if (/\bexport\s*\*\s*from/.test(bare))
    throw new Error("An entry file lists its names; it has an `export *`.");
  const values: string[] = [];
  const types: string[] = [];
  for (const [, allTypes, list = ""] of bare.matchAll(/\bexport\s+(type\s+)?\{([^}]*)\}/g)) {
    for (const item of list.split(",").map((text) => text.trim())) {
      if (item === "") continue;
      const name = item.split(/\s+/).at(-1) ?? item;
      (allTypes !== undefined || item.startsWith("type ") ? types : values).push(name);
    }
  }
  for (const [, name = ""] of bare.matchAll(valueDeclaration)) values.push(name);
  for (const [, name = ""] of bare.matchAll(typeDeclaration)) types.push(name);
  return { values, types };
}

const valueDeclaration =
  /\bexport\s+(?:const|let|(?:async\s+)?function\s*\*?|(?:abstract\s+)?class)\s+([\w$]+)/g;
const typeDeclaration = /\bexport\s+(?:interface|type)\s+([\w$]+)/g;
