import { derivePage } from "./derive-page.ts";
import type { PageAction, PageForm, PageState } from "./page-state.ts";
import { lastStep, stepOf, stepTitles } from "./page-steps.ts";
import type { PageWorld } from "./page-world.ts";
import { readFormText } from "./text/read-form-text.ts";

/** What undo goes back to. */
export interface PageMoment {
  readonly form: PageForm;
  readonly passed: number;
}

/** The page's past and future. */
export interface PageHistory {
  readonly past: readonly PageMoment[];
  readonly future: readonly PageMoment[];
}

/** An action that the page cannot take now; it says why. */
export class PageRefusal extends Error {}

/**
 * What the form and the steps become by an action of a person. Pure.
 *
 * @throws PageRefusal
 */
export function reduceMoment(
  state: PageState,
  action: Extract<PageAction, { type: "edit" | "select" | "change" | "paste" }>,
  world: PageWorld,
): PageMoment {
  const { form, passed } = state;
  if (state.run.phase === "running" || state.run.phase === "stopping")
    throw new PageRefusal("A training is under way.");
  switch (action.type) {
    case "edit": {
      for (const key of Object.keys(action.form)) checkOpen(key, passed);
      return { form: { ...form, ...action.form }, passed };
    }
    case "select":
      return { form, passed: selected(state) };
    case "change":
      if (!Number.isInteger(action.step) || action.step < 0 || action.step > passed)
        throw new PageRefusal("This step is locked: select the one before it.");
      return { form, passed: action.step };
    case "paste": {
      const pasted = pastedForm(action.text, form, world);
      return { form: pasted, passed: passable(pasted, world) };
    }
  }
}

/** The steps a form passes by itself: up to the first problem, at most up to the one that starts. */
export function passable(form: PageForm, world: PageWorld): number {
  const { steps } = derivePage(form, world);
  const problem = steps.findIndex(({ notes, on }) => on && notes.some(({ tone }) => tone === "bad"));
  return problem < 0 ? lastStep : Math.min(problem, lastStep);
}

function checkOpen(key: string, passed: number): void {
  const step = Object.entries(stepOf).find(([name]) => name === key)?.[1];
  if (step === undefined) throw new PageRefusal(`There is no value ${JSON.stringify(key)} on this page.`);
  if (step === passed) return;
  const title = stepTitles[step]?.[0] ?? "";
  throw new PageRefusal(
    step < passed
      ? `"${title}" is selected: press Change first.`
      : `"${title}" is locked: select the step before it.`,
  );
}

function selected({ passed, derived: { steps } }: PageState): number {
  const problem = steps[passed]?.notes.find(({ tone }) => tone === "bad");
  if (problem !== undefined) throw new PageRefusal(problem.text);
  let next = Math.min(passed + 1, lastStep);
  while (next < lastStep && steps[next]?.on === false) next++;
  return next;
}

function pastedForm(text: string, form: PageForm, { app }: PageWorld): PageForm {
  try {
    return readFormText(text, form, app.hyperparameters);
  } catch (error) {
    throw new PageRefusal(error instanceof Error ? error.message : String(error));
  }
}
