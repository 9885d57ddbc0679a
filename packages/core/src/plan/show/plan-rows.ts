import type { Said } from "../../spec/layer.ts";
import { formatModel } from "../../spec/parse-model.ts";
import { showValue } from "../../spec/show-value.ts";
import type { Split } from "../../spec/split.ts";
import type {
  HyperparameterChange,
  PlanDetails,
  PlannedClass,
  PlannedTraining,
  TrainPlan,
  ValueOrigin,
} from "../terms/train-plan.ts";
import { formatChange } from "./diff-values.ts";

/** A line of a printed plan. */
export interface PlanRow {
  readonly name: string;
  readonly value: string;
  /** Who said it; empty where nobody could. */
  readonly origin: string;
}

/** A plan as lines: every value, and who said it. */
export function planRows(plan: TrainPlan): readonly PlanRow[] {
  const { project, agent, app, training, details } = plan;
  const version = app.version === undefined ? "" : ` ${app.version}`;
  const why = app.reason === undefined ? "" : `: ${app.reason}`;
  const from = (path: string) => originOf(details?.origins, path);
  const name = agent.name ? ` ${agent.name}` : "";
  return [
    { name: "project", value: `${project.id} ${project.name}`, origin: from("project") },
    { name: "agent", value: `${agent.id}${name}: ${agent.reason}`, origin: from("agent") },
    { name: "app", value: `${app.name}${version} (module ${app.moduleId})${why}`, origin: "" },
    ...("mode" in training
      ? [{ name: "experiment", value: `of task ${training.taskId}, ${training.mode}`, origin: "" }]
      : trainingRows(training, details, from, app.beginsBy)),
    ...Object.entries(plan.task).map(([key, value]) => ({
      name: `task.${key}`,
      value: JSON.stringify(value),
      origin: from(`task.${key}`),
    })),
  ];
}

function trainingRows(
  training: PlannedTraining,
  details: PlanDetails | undefined,
  from: (path: string) => string,
  beginsBy: TrainPlan["app"]["beginsBy"],
): readonly PlanRow[] {
  const { model } = training;
  const row = (name: string, path: string, value: string): PlanRow => ({ name, value, origin: from(path) });
  const onOff = (value: boolean) => (value ? "on" : "off");
  return [
    row(
      "model",
      "model",
      model.from === "pretrained" ? formatModel(model) : `${model.checkpoint} of task ${model.taskId}`,
    ),
    row(
      "classes",
      "classes",
      (details?.classes ?? []).map(classText).join(", ") || training.classes.join(", "),
    ),
    row("split", "split", splitText(training.split, details)),
    row("hyperparameters", "hyperparameters", hyperparametersText(training, details)),
    ...(details?.changes ?? []).map((change) => ({
      name: `  ${change.path}`,
      value: changeText(change),
      origin:
        from(`tune.${change.path}`) === "default" ? from("hyperparameters") : from(`tune.${change.path}`),
    })),
    row("experiment", "experimentName", training.experimentName ?? "named by the app"),
    row("convert shapes", "convertClassShapes", onOff(training.convertClassShapes)),
    row("benchmark", "benchmark", onOff(training.benchmark)),
    row("speed test", "speedtest", onOff(training.speedtest)),
    row("cache", "cacheProject", onOff(training.cacheProject)),
    row("export", "exports", training.exports.join(", ") || "none"),
    row("autostart", "autostart", autostartText(training.autostart, beginsBy)),
  ];
}

function autostartText(autostart: boolean, beginsBy: TrainPlan["app"]["beginsBy"]): string {
  if (beginsBy === undefined) return autostart ? "on" : "off";
  return `on, by ${beginsBy} once the app answers: this release selects a model of its own at its start`;
}

function classText({ title, use, shape, becomes }: PlannedClass): string {
  if (use === "dropped") return `${title} (${shape}, dropped)`;
  return becomes === undefined ? title : `${title} (${shape} → ${becomes})`;
}

function splitText(split: Split, details: PlanDetails | undefined): string {
  const images = details?.images;
  const counts =
    images === null || images === undefined
      ? ""
      : `: ${images.train} train, ${images.val} val${images.ignored === 0 ? "" : `, ${images.ignored} unused`} of ${images.total}`;
  if (split.by === "random") return `random, ${split.percent} % to ${split.side}${counts}`;
  const untagged = split.by === "tags" ? `, untagged: ${split.untagged}` : "";
  return `${split.by} ${String(split.train)} | ${String(split.val)}${untagged}${counts}`;
}

function hyperparametersText(training: PlannedTraining, details: PlanDetails | undefined): string {
  const given =
    details === undefined ? training.hyperparameters !== null : details.spec.hyperparameters !== undefined;
  const base = given ? "a text" : "the app's own file";
  const changes = details?.changes;
  if (training.hyperparameters === null || changes === null || changes === undefined) return base;
  const count = `${changes.length} ${changes.length === 1 ? "value" : "values"}`;
  return given ? `${base}, ${count} unlike the app's own file` : `${base} with ${count} changed`;
}

function changeText({ default: standard, value }: HyperparameterChange): string {
  if (value === undefined) return `left out (${JSON.stringify(standard)} in the app's file)`;
  return standard === undefined
    ? `${JSON.stringify(value)} (not in the app's file)`
    : `${JSON.stringify(value)} (${JSON.stringify(standard)} in the app's file)`;
}

function originOf(origins: readonly ValueOrigin[] | undefined, path: string): string {
  const found = origins?.find((item) => item.path === path);
  if (found === undefined) return path.startsWith("tune.") ? "default" : "";
  const over = found.overruled.map(({ origin, value }: Said) => `${origin}: ${showValue(value)}`);
  return over.length === 0 ? found.origin : `${found.origin} (over ${over.join(", ")})`;
}

/** What a plan does otherwise than the training it goes on from, with a title; undefined where it goes on from none. */
export function unlikeLines(
  plan: TrainPlan,
): { readonly title: string; readonly lines: readonly string[] } | undefined {
  const unlike = plan.details?.unlike;
  if (unlike === undefined) return undefined;
  const lines = unlike.changes.length === 0 ? ["nothing"] : unlike.changes.map(formatChange);
  return { title: `Unlike task ${unlike.taskId}`, lines };
}
