import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import { TrainRun } from "./train-run.ts";

/**
 * Makes the handle of a run that was started elsewhere, from its `ref` or task id. Nothing is sent.
 *
 * @throws INPUT_INVALID when the ref is of another instance.
 */
export function attach(instance: Instance, ref: string | number): TrainRun {
  if (typeof ref === "number") return new TrainRun(instance, ref);
  const match = /^(.*)\/apps\/sessions\/(\d+)$/.exec(ref);
  if (match === null) throw new TrainyardError("INPUT_INVALID", `${JSON.stringify(ref)} is no run's ref.`);
  if (match[1] !== instance.address)
    throw new TrainyardError("INPUT_INVALID", `The run is of ${match[1]}, not of ${instance.address}.`);
  return new TrainRun(instance, Number(match[2]));
}
