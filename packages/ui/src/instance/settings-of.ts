/** The settings of a YAML text of nested keys, as `key.inner` and the text of its value; comments and lists' lines aside. */
export function settingsOf(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  const open: { indent: number; key: string }[] = [];
  for (const line of text.split("\n")) {
    const found = /^(\s*)([^\s#:-][^:#]*):(?:\s+(.*))?$/.exec(line);
    if (found === null) continue;
    const [, space = "", key = "", value = ""] = found;
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    open.push({ indent: space.length, key: key.trim() });
    const plain = value.replace(/\s+#.*$/, "").trim();
    if (plain !== "") settings.set(open.map((level) => level.key).join("."), plain);
  }
  return settings;
}
