import { isTrainyardError, TrainyardError } from "../../errors/trainyard-error.ts";
import { suggest } from "../../spec/closest.ts";
import type { Problem } from "../../spec/problem.ts";
import { makeProblem } from "../problems/make-problem.ts";
import type { TrainModule } from "../terms/facts.ts";
import type { Lookups } from "../terms/lookups.ts";

/** The training app of a framework: the first that would do. Source: platform fact, the first entity wins. */
export async function chooseModule(
  framework: string,
  lookups: Lookups,
  rehearse = false,
): Promise<TrainModule> {
  const [first] = modulesInOrder(await lookups.trainModules(framework), rehearse);
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

/** Says which of several apps is taken, and why. */
export function ambiguityProblems(framework: string, modules: readonly TrainModule[]): readonly Problem[] {
  const [first, ...others] = modules;
  if (first === undefined || others.length === 0) return [];
  const isReal = first.rehearsal !== true && others.every(({ rehearsal }) => rehearsal === true);
  const reason = isReal
    ? "is taken, since a real app goes before its rehearsal (.task({ rehearse: true }) asks for that):"
    : "is taken, the first listed, before";
  const names = others.map(({ name, id }) => `${name} (${id})`).join(", ");
  return [
    makeProblem(
      "TRAIN_APP_AMBIGUOUS",
      "model",
      `${modules.length} training apps are of ${framework}: ${first.name} (${first.id}) ${reason} ${names}.`,
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
