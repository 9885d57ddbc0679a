import { hyperparameterProblems } from "@trainyard/core/hyperparameters";
import type { ShapeUse } from "@trainyard/core/plan";
import { countSplit, shapeOf, shapeUse } from "@trainyard/core/plan";
import { checkSteps } from "../steps/check-steps.ts";
import { lineOfKey } from "./line-of-key.ts";
import type { PageForm, PageNote } from "./page-state.ts";
import type { PageWorld } from "./page-world.ts";
import { splitNotes } from "./split-notes.ts";

/** The task of the chosen model, e.g. "object detection". */
export function taskOf({ model }: PageForm, { app, experiments }: PageWorld): string {
  const own =
    model.from === "pretrained"
      ? app.models.find((row) => String(row.name).toLowerCase() === model.name.toLowerCase())?.task
      : experiments.find(({ taskId }) => taskId === model.taskId)?.task;
  return String(own ?? app.models[0]?.task ?? "");
}

/** What stands at each step, in the words of the template's own checks and of `check()`. */
export function notesOf(form: PageForm, world: PageWorld): readonly (readonly PageNote[])[] {
  const { project, meta, offer, teamId } = world;
  const settings = { ...form, meta, project: { id: project.id, name: project.name, teamId } };
  const checks = checkSteps(settings, offer);
  const more: readonly (readonly PageNote[])[] = [
    project.images === 0 ? [note("bad", "The project has no images.")] : [],
    [],
    classNotes(form, world),
    splitNotes(form.split, world),
    hyperparameterNotes(form, world),
    benchmarkNotes(form, world),
    [],
    form.experimentName === "" ? [note("bad", "Experiment name is empty", "experimentName")] : [],
  ];
  const fields = [
    "",
    "model",
    "classes",
    "split",
    "hyperparameters",
    "benchmark",
    "exports",
    "experimentName",
  ];
  return checks.map(({ problem }, step) => [
    ...(problem === undefined ? [] : [note("bad", problem, fields[step] ?? "", lineIn(problem))]),
    ...(more[step] ?? []),
  ]);
}

/** Source: platform fact, the page's warning beside its benchmark. */
function benchmarkNotes(form: PageForm, world: PageWorld): readonly PageNote[] {
  const task = taskOf(form, world);
  const converted = form.convertClassShapes ? chosenOf(form, world, "converted") : [];
  if (!form.benchmark || converted.length === 0) return [];
  const text = `Project will be automatically converted according to CV task for Model Evaluation: ${titles(converted)} to ${shapeOf(task)}.`;
  return [note("warn", text)];
}

function titles(rows: readonly { readonly title: string }[]): string {
  return rows.map(({ title }) => title).join(", ");
}

/** The selected classes; with a use, those of which the model's task makes that use. */
function chosenOf(form: PageForm, world: PageWorld, use?: ShapeUse): PageWorld["project"]["classes"] {
  const task = taskOf(form, world);
  return world.project.classes.filter(
    ({ title, shape }) =>
      form.classes.includes(title) && (use === undefined || shapeUse(shape, task) === use),
  );
}

function classNotes(form: PageForm, world: PageWorld): readonly PageNote[] {
  const task = taskOf(form, world);
  const chosen = chosenOf(form, world);
  const notes: PageNote[] = [];
  const empty = chosen.filter(({ objects }) => objects === 0);
  if (empty.length > 0) notes.push(note("warn", `Classes with no annotations: ${titles(empty)}`));
  const [converted, unusable] = [chosenOf(form, world, "converted"), chosenOf(form, world, "unusable")];
  if (chosen.length > 0 && chosen.length === unusable.length)
    notes.push(note("bad", `No selected class can be used for ${task}.`, "classes"));
  else if (unusable.length > 0)
    notes.push(note("warn", `Not usable for ${task}, left out: ${titles(unusable)}`));
  if (converted.length > 0)
    notes.push(
      form.convertClassShapes
        ? note("info", `Converted to ${shapeOf(task)} for ${task}: ${titles(converted)}`)
        : note(
            "bad",
            `${titles(converted)}: not a ${shapeOf(task)}. Enable conversion or select compatible classes to continue.`,
            "convertClassShapes",
          ),
    );
  return notes;
}

function hyperparameterNotes({ hyperparameters }: PageForm, { offer }: PageWorld): readonly PageNote[] {
  if (hyperparameters === null) return [];
  try {
    const known = {
      hyperparameters: offer.hyperparameterFacts ?? [],
      rules: offer.hyperparameterRules ?? [],
    };
    return hyperparameterProblems({ hyperparameters }, known).map(({ severity, message, hint, path }) =>
      note(
        severity === "error" ? "bad" : "warn",
        `${message} ${hint}`,
        "hyperparameters",
        lineOfKey(hyperparameters, path.replace(/^hyperparameters\./, "")),
      ),
    );
  } catch {
    // The step's own check says that the text cannot be read.
    return [];
  }
}

/** The line that a message of the YAML reader names. */
function lineIn(problem: string): number {
  return Number(/\bline (\d+)/.exec(problem)?.[1] ?? 0);
}

/** How many images go where; null where it is not known. */
export function imagesOf({ split }: PageForm, world: PageWorld): ReturnType<typeof countSplit> {
  const { project, meta, stats, members } = world;
  const known = split.by === "datasets" ? project.datasets : project.collections;
  return countSplit(split, {
    project: { id: project.id, name: project.name, workspaceId: 0, imagesCount: project.images },
    meta,
    stats,
    known: known.map(({ id, name, images }) => ({
      id,
      name,
      ...(images === null ? {} : { imagesCount: images }),
    })),
    members: split.by === "collections" ? members : undefined,
  });
}

function note(tone: PageNote["tone"], text: string, field = "", line = 0): PageNote {
  return { tone, text, field, line };
}
