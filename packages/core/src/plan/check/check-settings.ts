import { hyperparametersProblems } from "../../hyperparameters/check/hyperparameters-problems.ts";
import type { Problem } from "../../spec/problem.ts";
import type { TrainSpec } from "../../spec/train-spec.ts";
import { specDefaults } from "../../spec/train-spec.ts";
import { makeProblem } from "../problems/make-problem.ts";
import { checkSplit } from "./check-split.ts";
import { transportProblems } from "./check-transport.ts";
import { repeatedIds } from "./repeated-ids.ts";

/** Finds what is wrong with the settings themselves, whatever the framework. */
export function checkSettings(spec: TrainSpec): readonly Problem[] {
  return [
    ...missing(spec),
    ...model(spec),
    ...switches(spec),
    ...checkSplit(spec.split),
    ...repeatedIds(spec.split),
    ...name(spec),
    ...hyperparametersProblems(spec),
    ...transportProblems(spec),
  ];
}

function* missing(spec: TrainSpec): Iterable<Problem> {
  if (spec.project === undefined)
    yield makeProblem("STEP_MISSING", "project", "No project is named.", { hint: "Add .project(id)." });
  if (spec.model === undefined)
    yield makeProblem("STEP_MISSING", "model", "No model is named.", {
      hint: 'Add .model("FRAMEWORK/NAME").',
    });
}

function* model({ model }: TrainSpec): Iterable<Problem> {
  if (model === undefined || model.from === "pretrained") return;
  const file = model.from === "checkpoint" ? model.path : model.checkpoint;
  if (/\.(onnx|engine)$/i.test(file))
    yield makeProblem(
      "CHECKPOINT_UNUSABLE",
      "model",
      `${file} is an exported model; the training app can only start from checkpoints.`,
      { value: file },
    );
}

function* switches(spec: TrainSpec): Iterable<Problem> {
  if (spec.speedtest === true && (spec.benchmark ?? specDefaults.benchmark) === false)
    yield makeProblem(
      "SPEEDTEST_WITHOUT_BENCHMARK",
      "speedtest",
      "The speed test is part of the model benchmark, which is off.",
    );
}

function* name({ experimentName: value }: TrainSpec): Iterable<Problem> {
  if (value === undefined) return;
  if (value.trim() === "") yield makeProblem("NAME_EMPTY", "experimentName", "The name is empty.", { value });
  if (/[\\/]/.test(value))
    yield makeProblem(
      "NAME_HAS_SLASH",
      "experimentName",
      `${JSON.stringify(value)} holds a slash, which the app refuses.`,
      { value },
    );
}
