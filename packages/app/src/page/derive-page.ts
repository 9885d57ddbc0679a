import { hyperparametersDiff } from "@trainyard/core/hyperparameters";
import { shapeOf, shapeUse } from "@trainyard/core/plan";
import { imagesOf, notesOf, taskOf } from "./page-notes.ts";
import type { PageChange, PageDerived, PageForm } from "./page-state.ts";
import { stepIsOn, stepTitles } from "./page-steps.ts";
import type { PageWorld } from "./page-world.ts";
import { chainText } from "./text/chain-text.ts";
import { presetText } from "./text/preset-text.ts";

/** Everything the page shows that follows from its form. Pure. */
export function derivePage(form: PageForm, world: PageWorld): PageDerived {
  const { app, project, offer } = world;
  const task = taskOf(form, world);
  const notes = notesOf(form, world);
  return {
    steps: stepTitles.map(([title, about], step) => ({
      title,
      about,
      on: stepIsOn(step, app, offer.selectors ?? {}),
      notes: notes[step] ?? [],
    })),
    classUses: project.classes.map(({ title, shape }) => {
      const use = shapeUse(shape, task);
      return { title, use, becomes: use === "converted" ? shapeOf(task) : shape };
    }),
    images: imagesOf(form, world),
    changes: changesOf(form.hyperparameters ?? app.hyperparameters, app.hyperparameters),
    chain: chainText(form, project.id, app.hyperparameters),
    preset: presetText(form, app.hyperparameters),
  };
}

function changesOf(text: string, defaults: string): readonly PageChange[] {
  const say = (value: unknown) => JSON.stringify(value);
  try {
    const { changed, added, removed } = hyperparametersDiff(text, defaults);
    return [
      ...changed.map(({ path, from, to }) => ({ path, from: say(from), to: say(to) })),
      ...added.map(({ path, value }) => ({ path, from: "", to: say(value) })),
      ...removed.map(({ path, value }) => ({ path, from: say(value), to: "" })),
    ];
  } catch {
    return [];
  }
}
