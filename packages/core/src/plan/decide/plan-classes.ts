import { suggest } from "../../spec/closest.ts";
import type { Problem } from "../../spec/problem.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { ProjectClass, ProjectMeta, ProjectStats } from "../terms/facts.ts";
import type { PlannedClass } from "../terms/train-plan.ts";
import { listedShapes, shapeOf, shapeUse } from "./class-shapes.ts";

/** What a choice of classes is judged by. */
export interface ClassWorld {
  readonly meta: ProjectMeta;
  /** Undefined where the model's task is not known. */
  readonly task: string | undefined;
  /** Tasks of all models of the app. */
  readonly appTasks: readonly string[];
  readonly convert: boolean;
  readonly stats: ProjectStats | undefined;
}

/** The classes to train on, in the project's order, and what is wrong with those that were asked for. */
export function planClasses(
  asked: readonly string[] | undefined,
  world: ClassWorld,
): { classes: readonly PlannedClass[]; problems: readonly Problem[] } {
  const all = world.meta.classes;
  if (all.length === 0)
    return {
      classes: [],
      problems: [makeProblem("PROJECT_HAS_NO_CLASSES", "classes", "The project has no classes.")],
    };
  const wanted = asked === undefined || asked.length === 0 ? undefined : asked;
  const chosen = wanted === undefined ? all : all.filter(({ title }) => wanted.includes(title));
  const classes = chosen.map((item) => plannedClass(item, world));
  return {
    classes,
    problems: [...unknownClasses(wanted ?? [], all, chosen.length), ...classProblems(classes, world)],
  };
}

function plannedClass({ title, shape }: ProjectClass, world: ClassWorld): PlannedClass {
  const { task, appTasks, stats } = world;
  const objects = stats?.objects[title];
  const base = { title, shape, ...(objects === undefined ? {} : { objects }) };
  if (listedShapes(appTasks)?.has(shape) === false) return { ...base, use: "dropped" };
  if (task === undefined) return base;
  const use = shapeUse(shape, task);
  return use === "converted" ? { ...base, use, becomes: shapeOf(task) } : { ...base, use };
}

function unknownClasses(
  asked: readonly string[],
  all: readonly ProjectClass[],
  known: number,
): readonly Problem[] {
  const names = all.map(({ title }) => title);
  return asked
    .filter((name) => !names.includes(name))
    .map((name) => {
      const slip = names.some((other) => other.toLowerCase() === name.toLowerCase());
      return makeProblem(
        "CLASS_UNKNOWN",
        "classes",
        `The project has no class ${JSON.stringify(name)}; the platform would drop it silently.`,
        {
          severity: known === 0 || slip ? "error" : "warning",
          hint: suggest(name, names, "class"),
          value: name,
          allowed: names,
        },
      );
    });
}

function* classProblems(classes: readonly PlannedClass[], world: ClassWorld): Iterable<Problem> {
  const { task = "" } = world;
  const kept = classes.filter(({ use }) => use !== "dropped");
  const dropped = classes.filter(({ use }) => use === "dropped");
  if (dropped.length > 0) {
    const rest = kept.length === 0 ? "; no class would remain" : "";
    yield makeProblem(
      "CLASS_HIDDEN",
      "classes",
      `The app shows no classes of such shapes and drops ${listed(dropped)} silently${rest}.`,
      { severity: kept.length === 0 ? "error" : "warning", value: titles(dropped) },
    );
  }
  const unusable = kept.filter(({ use }) => use === "unusable");
  const usable = kept.filter(({ use }) => use !== "unusable");
  if (unusable.length > 0)
    yield makeProblem(
      "CLASS_SHAPE_UNUSABLE",
      "classes",
      `A model for ${task} cannot use ${listed(unusable)}; the app would stop at its step Classes and sit idle.`,
      {
        hint:
          usable.length === 0
            ? "Take a model of another task, or other classes."
            : `Name the others: .classes(${usable.map(({ title }) => JSON.stringify(title)).join(", ")}).`,
        value: titles(unusable),
        allowed: titles(usable),
      },
    );
  const converted = kept.filter(({ use }) => use === "converted");
  if (converted.length > 0 && !world.convert)
    yield makeProblem(
      "CLASS_CONVERTED_ANYWAY",
      "convertClassShapes",
      `The app converts ${listed(converted)} to ${shapeOf(task)} although conversion is off.`,
      { value: titles(converted) },
    );
  yield* withoutObjects(kept, task);
}

function* withoutObjects(kept: readonly PlannedClass[], task: string): Iterable<Problem> {
  const bare = kept.filter(({ objects }) => objects === 0);
  if (bare.length === 0) return;
  const none = bare.length === kept.length && /(detection|segmentation|pose estimation)$/.test(task);
  const message = none
    ? "No object of any class is annotated, so there is nothing to learn."
    : `No object is annotated of ${listed(bare)}.`;
  yield makeProblem("CLASS_WITHOUT_OBJECTS", "classes", message, {
    severity: none ? "error" : "warning",
    value: titles(bare),
  });
}

function listed(classes: readonly PlannedClass[]): string {
  const shown = classes.slice(0, 8).map(({ title, shape }) => `${JSON.stringify(title)} (${shape})`);
  return `${shown.join(", ")}${classes.length > 8 ? `, … (${classes.length})` : ""}`;
}

function titles(classes: readonly PlannedClass[]): readonly string[] {
  return classes.map(({ title }) => title);
}
