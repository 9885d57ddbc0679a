/** The line, from 1, on which a key such as `optimizer.lr` stands in a text of nested keys; 0 when it is not found. */
export function lineOfKey(text: string, path: string): number {
  const open: { indent: number; key: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const found = /^(\s*)(?:"([^"]+)"\s*|'([^']+)'\s*|([^\s#:'"-][^:#]*)):(?:\s|$)/.exec(line);
    if (found === null) continue;
    const indent = found[1]?.length ?? 0;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    open.push({ indent, key: found[2] ?? found[3] ?? found[4]?.trimEnd() ?? "" });
    if (open.map(({ key }) => key).join(".") === path) return index + 1;
  }
  return 0;
}
