import { longestText, readPyYaml } from "@trainyard/pyyaml";
import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";

/**
 * Finds hyperparameter texts that no training app can read, as PyYAML would.
 *
 * Source: platform fact, the app passes the text to `yaml.safe_load` and takes a mapping; nothing checks it before.
 */
export function hyperparametersProblems({ hyperparameters: text }: TrainSpec): readonly Problem[] {
  if (text === undefined) return [];
  const problem = (code: string, message: string, hint: string): readonly Problem[] => [
    { code, severity: "error", path: "hyperparameters", message, hint },
  ];
  if (text.length > longestText)
    return problem(
      "HYPERPARAMETERS_TOO_LONG",
      `The text is longer than ${longestText} characters.`,
      "Send the settings only.",
    );
  const reading = readPyYaml(text);
  if (!reading.ok) {
    const { line, column, message } = reading.refusal;
    return problem(
      "HYPERPARAMETERS_NOT_YAML",
      `PyYAML cannot read line ${line}, column ${column}: ${message}.`,
      "Mend that line.",
    );
  }
  if (reading.value.kind === "null")
    return problem(
      "HYPERPARAMETERS_EMPTY",
      "The text is empty, so the app would train without any.",
      "Leave it out for the app's defaults.",
    );
  if (reading.value.kind !== "map")
    return problem(
      "HYPERPARAMETERS_NOT_MAPPING",
      isFileName(text)
        ? `${JSON.stringify(text)} looks like the name of a file; what is wanted is the text in it.`
        : "The text is not a YAML mapping.",
      isFileName(text) ? "Read the file, and hand its text over." : 'Write lines such as "epochs: 50".',
    );
  return [];
}

function isFileName(text: string): boolean {
  return /^[^\n:]{1,300}\.ya?ml$/i.test(text.trim());
}
