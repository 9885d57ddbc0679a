import { writePyYaml } from "@trainyard/core/hyperparameters";
import { formatModel } from "@trainyard/core/spec";
import type { PageForm } from "../page-state.ts";
import { saidHyperparameters } from "./said-hyperparameters.ts";

/** The page as a file of one preset. {@link readFormText} reads it back, and so does `@trainyard/presets`. */
export function presetText(form: PageForm, defaults: string): string {
  const { model, classes, hyperparameters, experimentName, tags: _tags, device: _device, ...same } = form;
  const spec = {
    ...same,
    ...(classes.length === 0 ? {} : { classes }),
    model:
      model.from === "pretrained"
        ? formatModel(model)
        : { from: "experiment", taskId: model.taskId, checkpoint: model.checkpoint },
    ...saidHyperparameters(hyperparameters, defaults),
    ...(experimentName === null ? {} : { experimentName }),
  };
  const name = model.framework.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return writePyYaml({
    presets: [
      { id: `${name}/from-the-page`, version: "1.0.0", about: "Saved from the training page.", spec },
    ],
  });
}
