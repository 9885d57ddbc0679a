import type { Experiment, Instance, StartOptions, TrainSpec } from "@trainyard/core";
import { attach } from "@trainyard/core";
import type { SpecPatch } from "@trainyard/core/spec";
import { settingsOfExperiment } from "@trainyard/presets/sharing";
import { chainOf } from "../chain-of.ts";
import type { Train } from "../train.ts";
import type { EarlierTraining } from "../train-chain.ts";

/** An earlier training: its task's id, its run's ref, or the experiment that it left. */
export type EarlierRef = number | string | Pick<Experiment, "taskId">;

/** Settings of the earlier training that the new one takes over otherwise. */
type Change = (experiment: Experiment) => SpecPatch;

/** A chain whose settings are those of an earlier training, read when it plans or starts. */
export function chainFrom(
  verb: string,
  ref: EarlierRef,
  instance: Instance | undefined,
  change: Change,
): Train<string, never> {
  const said = typeof ref === "object" ? ref.taskId : ref;
  const earlier: EarlierTraining = {
    call: `${verb}(${typeof said === "number" ? said : JSON.stringify(said)})`,
    read: (on, spec, signal) => readEarlier(verb, said, on, spec, change, signal),
  };
  return chainOf<never>([], {}, { instance, presets: [], earlier });
}

const readEarlier = async (
  verb: string,
  ref: number | string,
  instance: Instance,
  said: TrainSpec,
  change: Change,
  signal: StartOptions["signal"],
) => {
  const options = signal === undefined ? {} : { signal };
  const experiment = await attach(instance, ref).experiment(options);
  const { taskId } = experiment;
  // Ids of datasets and collections are a project's own: on another the split is said anew.
  const elsewhere = await isElsewhere(instance, experiment, said);
  const settings = await settingsOfExperiment(instance, experiment, {
    ...options,
    split: said.split === undefined && !elsewhere,
  });
  const spec = { agent: "auto", ...settings, ...change(experiment) };
  return { taskId, settings, layer: { origin: `${verb}(${taskId})`, spec } };
};

async function isElsewhere(
  instance: Instance,
  { projectId }: Experiment,
  { project }: TrainSpec,
): Promise<boolean> {
  if (project === undefined || project === projectId) return false;
  return typeof project === "number" || (await instance.lookups.project(projectId)).name !== project;
}
