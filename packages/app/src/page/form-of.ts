import type { Settings } from "../steps/settings.ts";
import type { PageForm, PageState } from "./page-state.ts";

/** What the page shows of settings that were said in code. The app's own hyperparameters stand there as text. */
export function formOf(settings: Settings, { app, form }: Pick<PageState, "app" | "form">): PageForm {
  const { project: _project, meta: _meta, tags = [], device = form.device, ...training } = settings;
  return { ...training, hyperparameters: training.hyperparameters ?? app.hyperparameters, tags, device };
}
