import { isMap, isNode, isSeq, LineCounter, parseDocument } from "yaml";

/**
 * Where the settings of presets stand in a file: gives the line of a path such as `tune.epochs` of a preset, or of the
 * deepest part of it that is written; undefined for a preset that the file has not.
 */
export function presetLines(text: string): (id: string, path: string) => number | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, logLevel: "silent", prettyErrors: false });
  const presets = document.get("presets", true);
  const items = isSeq(presets) ? presets.items : [];
  return (id, path) => {
    const at = items.findIndex((item) => isMap(item) && item.get("id") === id);
    if (at < 0) return undefined;
    const keys = ["presets", at, "spec", ...path.split(".")];
    for (let length = keys.length; length > 1; length--) {
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    }
    return undefined;
  };
}
