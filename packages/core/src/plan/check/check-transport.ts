import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { PythonReading } from "../python/retyped-by-python.ts";
import { retypedByPython } from "../python/retyped-by-python.ts";

/** A text of the state, and what becomes of a training app that gets something else in its place. */
interface Leaf {
  readonly path: string;
  readonly text: string;
  /** Whether the app may still train as meant. */
  readonly severity: Problem["severity"];
  readonly effect: string;
  readonly hint: string;
}

/**
 * Finds texts that do not reach a training app as they are. The platform hands the state over as variables of the
 * environment, and the app guesses their types: "12345" becomes a number, "[v2] x" ends the app. Lists (classes, ids of
 * datasets and collections) travel whole and keep their types.
 *
 * Source: platform fact, see {@link retypedByPython}. Trainyard's own apps read the typed state and are not concerned.
 */
export function transportProblems(spec: TrainSpec): readonly Problem[] {
  return [...leaves(spec)].flatMap((leaf): readonly Problem[] => {
    const reading = retypedByPython(leaf.text);
    if (reading.as === "text") return [];
    const quoted = shown(leaf.text);
    const crashes = reading.as === "crash";
    return [
      makeProblem(
        "RETYPED_ON_THE_WAY",
        leaf.path,
        crashes
          ? `The training app reads ${quoted} as Python, cannot, and ends before it shows its page.`
          : `The training app gets ${quoted} as ${described(reading)}, not as text${leaf.effect}.`,
        { severity: crashes ? "error" : leaf.severity, hint: leaf.hint, value: leaf.text },
      ),
    ];
  });
}

function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function described(reading: PythonReading): string {
  if (reading.as === "truth") return reading.value ? "the truth value True" : "the truth value False";
  if (reading.as === "list") return "a list";
  if (reading.as !== "number") return "another value";
  return reading.digits.length > 60 ? "a number" : `the number ${reading.digits}`;
}

function* leaves({ experimentName, model, split, hyperparameters }: TrainSpec): Iterable<Leaf> {
  if (experimentName !== undefined)
    yield {
      path: "experimentName",
      text: experimentName,
      severity: "warning",
      effect: ", and may fail when the training begins",
      hint: `Put a word before it: ${shown(`run ${experimentName}`)}.`,
    };
  if (model?.from === "pretrained")
    yield {
      path: "model",
      text: model.name,
      severity: "error",
      effect: ", and ends when it looks for the model",
      hint: "Check the name: models of training apps are not named so.",
    };
  else if (model !== undefined)
    yield {
      path: "model",
      text:
        model.from === "experiment" ? model.checkpoint : model.path.slice(model.path.lastIndexOf("/") + 1),
      severity: "error",
      effect: ", and does not find this checkpoint",
      hint: "Give the file in Team Files a name that begins with a letter.",
    };
  if (split?.by === "tags")
    for (const side of ["train", "val"] as const)
      yield {
        path: `split.${side}`,
        text: split[side],
        severity: "warning",
        effect: ", so it may find no image with this tag",
        hint: `Rename the tag in the project, for example to ${shown(`set ${split[side]}`)}.`,
      };
  if (hyperparameters !== undefined)
    yield {
      path: "hyperparameters",
      text: hyperparameters,
      severity: "error",
      effect: ", and cannot read it as YAML",
      hint: 'Write a YAML mapping that begins with a key, such as "epochs: 50", or with a comment.',
    };
}
