import type { Instance, Problem, TrainSpec } from "@trainyard/core";
import { isTrainyardError } from "@trainyard/core";
import { tasksInfo } from "@trainyard/core/endpoints";
import { planRows, planTrain } from "@trainyard/core/plan";
import type { FrameworkFacts, Layer } from "@trainyard/core/spec";
import { trainingToGuiState, trainingToSpec } from "@trainyard/core/wire";
import * as v from "valibot";
import { type AppTask, appLookups } from "./app-lookups.ts";
import type { PageForm, PagePlan, PagePlanRow } from "./page-state.ts";
import { stepOf } from "./page-steps.ts";
import type { PagePlace } from "./read-page-world.ts";

/** Who said what on a page: what it began with, what was set from code since, and what stands there now. */
export interface PageSayings {
  readonly first: PageForm;
  readonly code: PageForm | undefined;
  readonly form: PageForm;
}

/** Rows that mean nothing to somebody who is about to press Start. */
const unasked = new Set(["autostart"]);

/** What may go wrong on the way to an app, before it runs: this one runs, and reads a state as it is. */
const onTheWay = ["EXPORT_OPTION_CRASHES", "RETYPED_ON_THE_WAY", "APP_LIMITED"];

/**
 * Plans what the page shows, as `plan()` of a chain does: everything decided and checked against the instance, with who
 * said each value. Writes nothing.
 */
export async function planPage(place: PagePlace, { first, code, form }: PageSayings): Promise<PagePlan> {
  const { app, instance, projectId, taskId } = place;
  const task = await readTask(instance, taskId, app.framework);
  const specOf = (said: PageForm) => {
    const { hyperparameters: text, tags: _, device: __, ...training } = said;
    const hyperparameters = text === app.hyperparameters ? null : text;
    // A plan has the project's order in any case, so another order is no difference.
    const classes = [...training.classes].sort();
    return trainingToSpec({ ...training, classes, hyperparameters }, projectId);
  };
  const unlike = (said: PageForm, before: PageForm) => patchOf(specOf(before), specOf(said));
  const layers: readonly Layer[] = [
    { origin: "the task", spec: { project: projectId, agent: task.agent.id } },
    ...(code === undefined ? [] : [{ origin: "set from code", spec: unlike(code, first) }]),
    { origin: "this page", spec: unlike(form, code ?? first) },
  ];
  const { tags, device, ...training } = form;
  const state = JSON.stringify(trainingToGuiState(training), null, 2);
  try {
    const plan = await planTrain({ ...specOf(form), agent: task.agent.id }, appLookups(instance, app, task), {
      layers,
      ignore: onTheWay,
      facts: () => factsOf(app, task),
    });
    const rows = planRows(plan).filter(({ name }) => !unasked.has(name));
    const more: readonly PagePlanRow[] = [
      ...(tags.length === 0 ? [] : [{ name: "tags", value: tags.join(", "), origin: "" }]),
      ...(device === "" ? [] : [{ name: "device", value: device, origin: "" }]),
    ];
    return {
      rows: [...rows.map((row) => withAgent(row, task)), ...more],
      problems: plan.warnings.filter(({ code }) => !onTheWay.includes(code)).map(shown),
      notChecked: plan.details?.notChecked ?? [],
      state,
    };
  } catch (error) {
    return { rows: [], problems: problemsOf(error), notChecked: [], state };
  }
}

/** What a spec says otherwise than one before it; null takes back. */
function patchOf(before: TrainSpec, after: TrainSpec): Layer["spec"] {
  const now: ReadonlyMap<string, unknown> = new Map(Object.entries(after));
  const old: ReadonlyMap<string, unknown> = new Map(Object.entries(before));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => JSON.stringify(old.get(key)) !== JSON.stringify(now.get(key)),
  );
  return Object.fromEntries(changed.map((key) => [key, now.get(key) ?? null]));
}

function withAgent(row: PagePlanRow, { agent }: AppTask): PagePlanRow {
  if (row.name !== "agent") return row;
  const name = agent.id === 0 ? "this machine" : `${agent.id} ${agent.name}`.trim();
  return { ...row, value: `${name}: the app runs there` };
}

function problemsOf(error: unknown): PagePlan["problems"] {
  if (!isTrainyardError(error)) throw error;
  const { problems } = error.facts;
  if (Array.isArray(problems) && problems.length > 0) return (problems as readonly Problem[]).map(shown);
  // A look-up that fails alone is no problem at a path; of these, only a model is looked up by what a step says.
  return [
    { tone: "bad", text: error.message, step: /^(EXPERIMENT|CHECKPOINT)_/.test(error.code) ? 1 : null },
  ];
}

function shown(problem: Problem): PagePlan["problems"][number] {
  const [field = ""] = problem.path.split(".");
  const step = Object.entries(stepOf).find(([key]) => key === (field === "tune" ? "hyperparameters" : field));
  return {
    tone: problem.severity === "error" ? "bad" : "warn",
    text: `${problem.message} ${problem.hint}`.trim(),
    step: step?.[1] ?? null,
  };
}

function factsOf(app: PagePlace["app"], { module }: AppTask): FrameworkFacts {
  return {
    ...{ name: app.framework, app: module.name, models: app.models, exports: app.exports },
    ...{ hyperparameters: app.hyperparameterFacts ?? [], rules: app.hyperparameterRules ?? [] },
    ...{ autostart: true, projectType: "images" },
  };
}

const meta = v.looseObject({
  app: v.looseObject({ id: v.number(), name: v.string(), version: v.optional(v.string(), "") }),
});

/** The task the app runs in. An app that runs in none, as its author tries it, runs on this machine. */
async function readTask(instance: Instance, taskId: number, framework: string): Promise<AppTask> {
  const task = await tasksInfo(instance, taskId).catch(() => null);
  const read = v.safeParse(meta, task?.meta);
  const { id, name, version } = read.success ? read.output.app : { id: 0, name: framework, version: "" };
  const agentId = task?.agentId ?? 0;
  const agent = await instance.lookups.agent?.(agentId).catch(() => undefined);
  return {
    agent: agent ?? { id: agentId, name: "", type: "sly_agent" },
    module: { id, name: name === "" ? framework : name, ...(version === "" ? {} : { version }) },
  };
}
