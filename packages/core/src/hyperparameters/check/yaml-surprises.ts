import type { MapNode, YamlNode } from "@trainyard/pyyaml";
import { Constructor, isMerge, lines, readPyYaml } from "@trainyard/pyyaml";
import type { Problem } from "../../spec/problem.ts";
import { keyText } from "../read/py-to-json.ts";
import { within } from "../read/settings-leaves.ts";
import type { Surprise } from "../read/surprising-scalar.ts";
import { surprisingScalar } from "../read/surprising-scalar.ts";

interface Found extends Surprise {
  readonly path: string;
  readonly text: string;
  readonly at: number;
}

/**
 * Warns of scalars that PyYAML reads otherwise than they look: `1e-4` is text, `on` is true, `012` is 10, `12:30` is
 * 750, `None` is text; of keys given twice; and of `{lr:0.1}`, which has no value.
 * What stands just so in the app's own file is meant, and left out. A text that is not YAML has none.
 *
 * @example
 * ```ts
 * import { yamlSurprises } from "@trainyard/core/hyperparameters";
 * const problems = yamlSurprises("lr: 1e-4\nfreeze: None\n", "lr: 0.01\nfreeze: None\n");
 * ```
 * Source: platform fact, training apps read hyperparameters with `yaml.safe_load` (YAML 1.1).
 */
export function yamlSurprises(text: string, defaultText = ""): readonly Problem[] {
  const known = new Set(surprisesIn(defaultText).map(({ path, text }) => `${path}\n${text}`));
  const found = surprisesIn(text).filter((one) => !known.has(`${one.path}\n${one.text}`));
  if (found.length === 0) return [];
  const lineOf = lines(text);
  return found.map(({ path, text: value, at, message, hint }) => ({
    code: "YAML_SURPRISE",
    severity: "warning",
    path: within("hyperparameters", path),
    message: `Line ${lineOf(at)}: to PyYAML ${message}.`,
    hint,
    value,
  }));
}

function surprisesIn(text: string): readonly Found[] {
  const reading = readPyYaml(text);
  return reading.ok && reading.root !== undefined ? [...surprises(reading.root, "")] : [];
}

function* surprises(node: YamlNode, path: string): Iterable<Found> {
  if (node.kind === "list")
    for (const [i, item] of node.items.entries()) yield* surprises(item.node, within(path, String(i)));
  else if (node.kind === "map") yield* surprisesOfMap(node, path);
  else if (node.kind === "scalar" && node.style === "plain" && node.tag === undefined) {
    const surprise = surprisingScalar(node.value);
    if (surprise !== undefined) yield { ...surprise, path, text: node.value, at: node.start };
  }
}

function* surprisesOfMap(node: MapNode, path: string): Iterable<Found> {
  const seen = new Set<string>();
  for (const pair of node.pairs) {
    if (isMerge(pair)) continue;
    const { key, value } = pair;
    const name = keyText(new Constructor().key(key));
    const inner = within(path, name);
    const at = { path: inner, text: name, at: key.start };
    if (seen.has(name))
      yield { ...at, message: `the last of several ${name} holds`, hint: "Keep one of them." };
    seen.add(name);
    if (
      key.kind === "scalar" &&
      key.style === "plain" &&
      /^\w+:\S/.test(key.value) &&
      pair.after === undefined
    )
      yield { ...at, message: `${key.value} is a key without a value`, hint: "Put a space after the colon." };
    else if (name !== "y" && name !== "n") yield* surprises(key, inner);
    yield* surprises(value, inner);
  }
}
