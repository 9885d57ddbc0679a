import type { Token } from "./token.ts";
import { YamlFault } from "./yaml-fault.ts";

/** What `%YAML` and `%TAG` lines say: the prefixes of tag handles. */
export function readDirectives(directives: readonly Token[]): ReadonlyMap<string, string> {
  const handles = new Map<string, string>();
  let versions = 0;
  for (const token of directives) {
    if (token.kind !== "directive") continue;
    const [first, second] = token.words;
    if (token.name === "YAML") {
      if (++versions > 1) throw new YamlFault("%YAML stands twice", token.start);
      if (Number(first) !== 1) throw new YamlFault("only YAML 1 is read", token.start);
    }
    if (token.name !== "TAG") continue;
    if (handles.has(first)) throw new YamlFault(`the tag handle ${first} is declared twice`, token.start);
    handles.set(first, second);
  }
  if (!handles.has("!")) handles.set("!", "!");
  if (!handles.has("!!")) handles.set("!!", "tag:yaml.org,2002:");
  return handles;
}
