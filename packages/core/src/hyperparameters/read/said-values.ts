import type { PyValue } from "@trainyard/pyyaml";
import { readPyYaml, toPyValue } from "@trainyard/pyyaml";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { asInputInvalid } from "./as-input-invalid.ts";
import { keyText } from "./py-to-json.ts";
import { within } from "./settings-leaves.ts";

/** A value that was given for a hyperparameter. */
export interface SaidValue {
  /** Its place in the file, e.g. `optimizer.lr`. */
  readonly path: string;
  readonly value: PyValue;
  /** Where it was said. */
  readonly by: "tune" | "hyperparameters";
}

/**
 * The values that a spec sets, in the file's paths: those of `tune`, then those of the text that `tune` leaves alone.
 * A mapping is opened unless `isWhole` says that its path is a value by itself.
 */
export function saidValues(
  spec: Pick<TrainSpec, "tune" | "hyperparameters">,
  isWhole: (path: string) => boolean,
): readonly SaidValue[] {
  const tuned = [
    ...open(
      asInputInvalid(() => toPyValue(spec.tune ?? {})),
      "",
      "tune",
      isWhole,
    ),
  ];
  const reading = readPyYaml(spec.hyperparameters ?? "");
  const text = reading.ok ? [...open(reading.value, "", "hyperparameters", isWhole)] : [];
  const overruled = new Set(tuned.map(({ path }) => path));
  return [...tuned, ...text.filter(({ path }) => !overruled.has(path))];
}

function* open(
  value: PyValue,
  path: string,
  by: SaidValue["by"],
  isWhole: (path: string) => boolean,
): Iterable<SaidValue> {
  if (value.kind === "map" && !isWhole(path))
    for (const [key, inner] of value.entries) yield* open(inner, within(path, keyText(key)), by, isWhole);
  else if (path !== "") yield { path, value, by };
}
