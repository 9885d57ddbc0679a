import type { NotedHyperparameter } from "./note.ts";

const simple = { int: "number", float: "number", bool: "boolean", str: "string", null: "null" } as const;

/** The interface that `.tune()` completes: every path as a dotted key, and nested ones as objects too. */
export function tuneType(items: readonly NotedHyperparameter[]): string {
  return [
    ...items.flatMap((item) => property(JSON.stringify(item.path), item)),
    ...objects(items.map((item) => ({ keys: item.path.split("."), item }))),
  ].join("\n");
}

interface Placed {
  readonly keys: readonly string[];
  readonly item: NotedHyperparameter;
}

function objects(placed: readonly Placed[]): readonly string[] {
  const nested = placed.filter(({ keys }) => keys.length > 1);
  return [...new Set(nested.map(({ keys }) => keys[0] ?? ""))].flatMap((key) => {
    const inner = nested
      .filter(({ keys }) => keys[0] === key)
      .map(({ keys, item }) => ({ keys: keys.slice(1), item }));
    const leaves = inner.filter(({ keys }) => keys.length === 1);
    return [
      `readonly ${JSON.stringify(key)}?: {`,
      ...leaves.flatMap(({ keys, item }) => property(JSON.stringify(keys[0]), item)),
      ...objects(inner),
      // The app merges the object into its configuration, which knows more keys than its file.
      "readonly [key: string]: unknown;",
      "};",
    ];
  });
}

function property(key: string, item: NotedHyperparameter): readonly string[] {
  const said = item.default === undefined ? undefined : `Default ${JSON.stringify(item.default)}.`;
  const about = item.about === undefined ? undefined : `${sentence(item.about)}`;
  const doc = [about, said].filter((part) => part !== undefined).join(" ");
  return [...(doc === "" ? [] : [`/** ${doc} */`]), `readonly ${key}?: ${valueType(item)};`];
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function valueType({ kinds, choices, default: value }: NotedHyperparameter): string {
  if (choices !== undefined) return choices.map((choice) => JSON.stringify(choice)).join(" | ");
  const types = kinds.map((kind) => {
    if (kind === "list") return listType(value);
    return kind === "map" ? "{ readonly [key: string]: unknown }" : simple[kind];
  });
  return [...new Set(types)].join(" | ");
}

function listType(value: NotedHyperparameter["default"]): string {
  const entries = Array.isArray(value) ? value.map((entry) => typeof entry) : ["number"];
  return `readonly ${entries.every((type) => type === "number") ? "number" : "string"}[]`;
}
