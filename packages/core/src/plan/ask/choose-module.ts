import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";
import { suggest } from "../../spec/closest.ts";
import type { Problem } from "../../spec/problem.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { TrainModule } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";

/** The training app of a framework: the first that would do. Source: platform fact, the first entity wins. */
export async function chooseModule(
  framework: string,
  listed: readonly TrainModule[],
  lookups: Lookups,
  rehearse = false,
): Promise<TrainModule> {
  const [first] = modulesInOrder(listed, rehearse);
  if (first !== undefined) return first;
  if (rehearse)
    throw new TrainyardError(
      "TRAIN_APP_NOT_FOUND",
      `The instance has no rehearsal of ${JSON.stringify(framework)}, which .task({ rehearse: true }) asks for.`,
      { facts: { framework }, hint: "Leave rehearse out to take the real training app." },
    );
  const shown = JSON.stringify(framework);
  throw new TrainyardError(
    "TRAIN_APP_NOT_FOUND",
    `The instance has no training app for the framework ${shown}.`,
    { facts: { framework }, ...(await nearest(framework, lookups)) },
  );
}

/** Real training apps as they are listed, then rehearsals; rehearsals only where they are asked for. */
export function modulesInOrder(modules: readonly TrainModule[], rehearse: boolean): readonly TrainModule[] {
  const rehearsals = modules.filter(({ rehearsal }) => rehearsal === true);
  if (rehearse) return rehearsals;
  return [...modules.filter(({ rehearsal }) => rehearsal !== true), ...rehearsals];
}

/** Why this app and no other, where real apps and rehearsals are both there or a rehearsal was asked for. */
export function choiceReason(listed: readonly TrainModule[], rehearse: boolean): { reason?: string } {
  if (rehearse) return { reason: "the rehearsal, as task.rehearse asks" };
  const rehearsal = listed.find((module) => module.rehearsal === true);
  if (rehearsal === undefined || listed.every((module) => module.rehearsal === true)) return {};
  return {
    reason: `a real app goes before its rehearsal, ${rehearsal.name} (${rehearsal.id}), which task.rehearse asks for`,
  };
}

/** Says which of several apps is taken; a real one beside its rehearsal is no doubt. */
export function ambiguityProblems(framework: string, modules: readonly TrainModule[]): readonly Problem[] {
  const [first, ...others] = modules;
  if (first === undefined || others.length === 0) return [];
  if (first.rehearsal !== true && others.every(({ rehearsal }) => rehearsal === true)) return [];
  const names = others.map(({ name, id }) => `${name} (${id})`).join(", ");
  return [
    makeProblem(
      "TRAIN_APP_AMBIGUOUS",
      "model",
      `${modules.length} training apps are of ${framework}: ${first.name} (${first.id}) is taken, the first listed, before ${names}.`,
      { allowed: modules.map(({ name, id }) => `${id} (${name})`) },
    ),
  ];
}

/** Which frameworks there are is asked only once something is wrong already, and may fail in peace. */
async function nearest(framework: string, lookups: Lookups): Promise<{ hint?: string }> {
  const modules = await lookups.allTrainModules?.().catch((error: unknown) => {
    if (isTrainyardError(error)) return [];
    throw error;
  });
  const names = [...new Set((modules ?? []).flatMap((module) => module.framework ?? []))];
  return names.length === 0 ? {} : { hint: suggest(framework, names, "framework") };
}
