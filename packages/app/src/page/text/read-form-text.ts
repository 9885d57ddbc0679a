import type { TrainSpec } from "@trainyard/core";
import { parseModel } from "@trainyard/core";
import { parseAsPyYaml, pyToJson } from "@trainyard/core/hyperparameters";
import { trainSpecSchema } from "@trainyard/core/spec";
import * as v from "valibot";
import type { PageForm } from "../page-state.ts";
import { readChain } from "./read-chain.ts";
import { meantHyperparameters } from "./said-hyperparameters.ts";

const maxLength = 2 ** 20;
const file = v.object({ presets: v.tuple([v.looseObject({ spec: v.record(v.string(), v.unknown()) })]) });

/**
 * Reads a pasted chain or preset. Nothing is run: a chain is read as text, call by call. What it does not say keeps its
 * value in `before`; hyperparameters are said on top of `defaults`, the app's own file.
 *
 * @throws Error saying what cannot be read.
 */
export function readFormText(text: string, before: PageForm, defaults: string): PageForm {
  if (text.length > maxLength) throw new Error("The text is too long.");
  const said = /\btrain\s*\(/.test(text) && !/^presets:/m.test(text) ? readChain(text) : readPreset(text);
  const read = v.safeParse(trainSpecSchema, said);
  if (!read.success) {
    const [issue] = read.issues;
    throw new Error(`${v.getDotPath(issue) ?? "The text"}: ${issue.message}`);
  }
  return withSpec(before, read.output, defaults);
}

function readPreset(text: string): unknown {
  const read = v.safeParse(file, pyToJson(parseAsPyYaml(text)));
  if (!read.success)
    throw new Error("This is neither a chain that begins with train(), nor a file of one preset.");
  const { model, ...rest } = read.output.presets[0].spec;
  return {
    ...rest,
    ...(model === undefined ? {} : { model: typeof model === "string" ? parseModel(model) : model }),
  };
}

function withSpec(before: PageForm, spec: TrainSpec, defaults: string): PageForm {
  const { model, agent: _agent, project: _project, task: _task, tune: _tune, ...same } = spec;
  if (model?.from === "checkpoint")
    throw new Error("model: name the checkpoint by its task, { taskId, checkpoint }.");
  const { framework } = before.model;
  if (model?.from === "pretrained" && model.framework !== framework)
    throw new Error(`model: this app trains ${framework}, not ${model.framework}.`);
  return {
    ...before,
    ...same,
    ...(model === undefined ? {} : { model: model.from === "pretrained" ? model : { ...model, framework } }),
    // A chain or a preset that names neither means the app's own.
    hyperparameters: meantHyperparameters(spec, defaults),
    experimentName: spec.experimentName ?? null,
  };
}
