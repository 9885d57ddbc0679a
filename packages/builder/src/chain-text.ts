import type { TrainSpec } from "@trainyard/core";
import { showValue } from "@trainyard/core/spec";

/** The verb of each setting of a spec. */
const verbs: Readonly<Record<keyof TrainSpec, string>> = {
  agent: "on",
  project: "project",
  model: "model",
  classes: "classes",
  split: "split",
  hyperparameters: "hyperparameters",
  tune: "tune",
  experimentName: "experiment",
  convertClassShapes: "convertClassShapes",
  benchmark: "benchmark",
  speedtest: "speedtest",
  cacheProject: "cache",
  exports: "export",
  autostart: "autostart",
  task: "task",
};

/** A chain as the calls that say the same, and what it still needs; long values are cut short. */
export function chainText(spec: TrainSpec, missing: readonly string[], begin = "train()"): string {
  const calls = Object.entries(verbs).flatMap(([setting, verb]) => {
    const value = Object.entries(spec).find(([key]) => key === setting)?.[1];
    return value === undefined ? [] : [`  .${verb}(${written(setting, value)})`];
  });
  const needs = missing.length === 0 ? [] : [`  // still needs ${missing.join(", ")}`];
  return [begin, ...calls, ...needs].join("\n");
}

function written(setting: string, value: unknown): string {
  if (setting === "split") return showValue(value);
  if (setting === "model") {
    const shown = showValue(value);
    return shown.startsWith("task ") ? `/* ${shown} */` : JSON.stringify(shown);
  }
  if (Array.isArray(value) && (setting === "classes" || setting === "exports"))
    return showValue(value).replace(/^\[|\]$/g, "");
  return showValue(value);
}
