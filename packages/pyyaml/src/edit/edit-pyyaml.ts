import type { YamlNode } from "../compose/node.ts";
import type { PyMap, PyValue } from "../construct/py-value.ts";
import { pyEquals } from "../construct/py-value.ts";
import { readPyYaml } from "../read/read-pyyaml.ts";
import { PyYamlError } from "../scan/pyyaml-error.ts";
import { blockLines } from "../write/write-value.ts";
import { editText } from "./edit-text.ts";
import type { EditValues, Leaf } from "./find-changes.ts";
import { resolveLeaf } from "./find-changes.ts";
import type { Change } from "./set-value.ts";
import { setValue } from "./set-value.ts";

/** A text that holds a mapping, with its nodes; an empty text holds an empty one. */
interface Settings {
  readonly text: string;
  readonly data: PyMap;
  readonly root: YamlNode | undefined;
}

/**
 * Sets values in a YAML text. Lines that no value touches stay byte for byte: order, comments, spacing,
 * quotes and line endings. Keys are paths (`optimizer.lr`, `milestones.0`); a key that holds a dot itself is found as
 * such; nested objects merge; `null` removes a key with the comment on its line; a new key goes to the end of its
 * mapping. Other users of an anchor keep their values. PyYAML reads every value as meant.
 *
 * @throws PyYamlError when the text is no YAML mapping, or a path leads through something else.
 * @example
 * ```ts
 * import { editPyYaml } from "@trainyard/pyyaml";
 * const text = editPyYaml("epochs: 100 # long\nbatch: 16\n", { epochs: 10 });
 * ```
 * Source: what PyYAML reads of the text written, compared with what was meant.
 */
export function editPyYaml(text: string, values: EditValues): string {
  let settings = readSettings(text);
  // One by one, in their order: each may move what the next one means.
  const leaves: Leaf[] = Object.entries(values).map(([name, value]) => ({ names: [name], value }));
  for (let leaf = leaves.shift(); leaf !== undefined; leaf = leaves.shift()) {
    const found = resolveLeaf(settings.data, leaf);
    if ("steps" in found) settings = change(settings, found);
    else leaves.unshift(...found);
  }
  return settings.text;
}

/** If an edit in place did not come to what is meant, the settings are written anew: values go before comments. */
function change(settings: Settings, asked: Change): Settings {
  const data = setValue(settings.data, asked);
  const edited = editText(settings.text, settings.root, asked, data);
  const reading = readPyYaml(edited);
  if (reading.ok && reading.value.kind === "map" && pyEquals(reading.value, data))
    return { text: edited, data: reading.value, root: reading.root };
  const { entries } = data.kind === "map" ? data : settings.data;
  return readSettings(entries.length === 0 ? "{}\n" : `${blockLines(entries, 0).join("\n")}\n`);
}

function readSettings(text: string): Settings {
  const reading = readPyYaml(text);
  const data = reading.ok ? asMap(reading.value) : undefined;
  if (reading.ok && data !== undefined) return { text, data, root: reading.root };
  const why = reading.ok ? "" : ` (line ${reading.refusal.line}: ${reading.refusal.message})`;
  throw new PyYamlError(
    `The hyperparameters to tune are not a YAML mapping${why}.`,
    'Give lines such as "epochs: 50".',
  );
}

function asMap(value: PyValue): PyMap | undefined {
  if (value.kind === "null") return { kind: "map", entries: [] };
  return value.kind === "map" ? value : undefined;
}
