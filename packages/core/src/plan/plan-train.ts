import { TrainyardError } from "../errors/trainyard-error.ts";
import type { FrameworkFacts } from "../spec/framework-facts.ts";
import type { Layer } from "../spec/layer.ts";
import type { TrainSpec } from "../spec/train-spec.ts";
import { specDefaults } from "../spec/train-spec.ts";
import { lookupsUntil } from "./ask/lookups-until.ts";
import { collectNotChecked } from "./ask/read-optional.ts";
import { resolveNames } from "./ask/resolve-names.ts";
import { checkSettings } from "./check/check-settings.ts";
import { decideTraining } from "./decide-training.ts";
import { judgeTraining } from "./judge-training.ts";
import { makePlan } from "./make-plan.ts";
import { withOrigins } from "./problems/problem-origin.ts";
import { throwMistakes } from "./problems/throw-mistakes.ts";
import type { Judging } from "./problems/throw-problems.ts";
import { throwProblems } from "./problems/throw-problems.ts";
import { readAppAndAgent } from "./read-app-and-agent.ts";
import { readWorld } from "./read-world.ts";
import { requireSpec } from "./require-spec.ts";
import type { Lookups } from "./terms/lookups.ts";
import type { TrainPlan } from "./terms/train-plan.ts";
import type { Earlier } from "./unlike-earlier.ts";

/** What planning may know besides the spec, and how strictly it judges. */
export interface PlanOptions extends Judging {
  /** What is known of a framework offline; it fills in what the app's own files do not say. */
  readonly facts?: (framework: string) => FrameworkFacts | undefined;
  /** Who said what; left out, the spec itself is the one who speaks. */
  readonly layers?: readonly Layer[];
  /** The training that this one goes on from: the plan says what it does otherwise. */
  readonly earlier?: Earlier;
  /** Ends planning with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Decides everything a spec leaves open, by reading the instance; writes nothing.
 * One round of parallel reads, and a second where the app's files are new or the team was not known.
 *
 * @throws SPEC_INVALID with every problem found; PROJECT_NOT_FOUND, TRAIN_APP_NOT_FOUND and their like.
 * @example
 * ```ts
 * import type { Instance, TrainSpec } from "@trainyard/core";
 * import { planTrain } from "@trainyard/core/plan";
 * const dryRun = (spec: TrainSpec, instance: Instance) => planTrain(spec, instance.lookups);
 * ```
 */
export async function planTrain(
  said: TrainSpec,
  given: Lookups,
  options: PlanOptions = {},
): Promise<TrainPlan> {
  const asked = requireSpec(said);
  const lookups = lookupsUntil(given, options.signal);
  const layers = options.layers ?? [{ origin: "spec", spec: asked }];
  const split = asked.split ?? specDefaults.split;
  const notes = collectNotChecked();

  const offline = throwProblems(withOrigins(checkSettings(asked), options.layers), options);
  const spec = await resolveNames(asked, lookups);
  const { project, model, agent } = spec;
  if (project === undefined || model === undefined)
    throw stepMissing(project === undefined ? "project" : "model");
  const world = await readWorld(
    { project, model, split, agent, rehearse: spec.task?.rehearse ?? false },
    lookups,
    notes,
  );
  const found = await readAppAndAgent(spec, world, lookups, notes, options.facts);
  const decided = decideTraining(spec, split, world, found);
  const judged = withOrigins(judgeTraining(layers, world, found, decided), options.layers);
  throwMistakes(judged, { model: found.app, agent: found.agent }, options);
  const warnings = [...offline, ...throwProblems(judged, options)];
  const { earlier } = options;
  return makePlan({
    ...{ spec, layers, world, found, decided, warnings, notChecked: notes.sentences },
    ...(earlier === undefined ? {} : { earlier }),
  });
}

function stepMissing(step: "project" | "model"): TrainyardError {
  return new TrainyardError("STEP_MISSING", `The spec does not say its ${step}.`, {
    hint: `Add ${step} to it.`,
    facts: { missing: [step] },
  });
}
