import { parseAsPyYaml, pyToJson } from "@trainyard/core/hyperparameters";

/**
 * The hyperparameters as a training app reads them.
 *
 * @throws Error when the text is not YAML to PyYAML, or no mapping.
 * Source: platform fact, training apps call `yaml.safe_load`: `1e-4` is text to it.
 */
export function readHyperparameters(text: string): Readonly<Record<string, unknown>> {
  const value = parse(text);
  if (value.kind !== "map") throw new Error("The hyperparameters are not a YAML mapping.");
  return Object.fromEntries(Object.entries(pyToJson(value) ?? {}));
}

function parse(text: string): ReturnType<typeof parseAsPyYaml> {
  try {
    return parseAsPyYaml(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The hyperparameters are not YAML: ${why}`, { cause });
  }
}
