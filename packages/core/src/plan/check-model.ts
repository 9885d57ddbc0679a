import * as v from "valibot";
import { suggest } from "./closest.ts";
import type { TrainModule } from "./facts.ts";
import type { Lookups } from "./lookups.ts";
import type { Problem } from "./problem.ts";
import type { PlannedModel } from "./train-plan.ts";

const row = v.looseObject({
  model_name: v.optional(v.string()),
  Model: v.optional(v.string()),
  meta: v.optional(v.looseObject({ model_name: v.optional(v.string()) })),
});
const rows = v.array(row);

/**
 * Finds a model name that the training app does not have: the app itself would silently train its default instead.
 *
 * Source: platform fact, the app's models.json; names are compared without regard to case.
 */
export async function modelProblems(
  model: PlannedModel,
  module: TrainModule,
  lookups: Lookups,
): Promise<readonly Problem[]> {
  const path = module.files.models;
  if (model.from !== "pretrained" || path === undefined) return [];
  const names = modelNames(await lookups.appFile(module.id, path));
  if (names.some((name) => name.toLowerCase() === model.name.toLowerCase())) return [];
  return [
    {
      code: "MODEL_UNKNOWN",
      severity: "error",
      path: "model",
      message: `${module.name} has no model ${JSON.stringify(model.name)}; it would train its default model instead.`,
      hint: suggest(model.name, names, "model"),
      value: model.name,
      allowed: names,
    },
  ];
}

function modelNames(text: string): readonly string[] {
  const parsed = v.safeParse(rows, safeJson(text));
  if (!parsed.success) return [];
  return parsed.output.flatMap((item) => item.model_name ?? item.meta?.model_name ?? item.Model ?? []);
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
