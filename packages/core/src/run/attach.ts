import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import { TrainRun } from "./train-run.ts";

/**
 * Makes the handle of a run that was started elsewhere, from its `ref` or task id. Nothing is sent.
 *
 * @throws INPUT_INVALID when the ref is no ref, or of another instance.
 * @example
 * ```ts
 * import { attach, connect } from "@trainyard/core";
 * const instance = connect({ address: "https://app.supervisely.com", token: "…" });
 * const { phase } = await attach(instance, 123).status();
 * ```
 */
export function attach(instance: Instance, ref: string | number): TrainRun {
  if (typeof ref === "number") {
    if (Number.isSafeInteger(ref) && ref > 0) return new TrainRun(instance, ref);
    throw new TrainyardError("INPUT_INVALID", `${ref} is no task id.`);
  }
  if (typeof ref !== "string")
    throw new TrainyardError(
      "INPUT_INVALID",
      `attach(): expected a run's ref or a task id, got ${typeof ref}.`,
    );
  if (/^\s*\d{1,15}\s*$/.test(ref)) return attach(instance, Number(ref));
  const match = /^(.*)\/apps\/sessions\/(\d{1,15})\/?$/.exec(ref.trim());
  if (match === null)
    throw new TrainyardError("INPUT_INVALID", `${JSON.stringify(ref)} is no run's ref.`, {
      hint: "Pass run.ref, or the id of the task.",
    });
  if (match[1] !== instance.address)
    throw new TrainyardError("INPUT_INVALID", `The run is of ${match[1]}, not of ${instance.address}.`, {
      hint: "connect() to the instance that the run is of.",
    });
  return new TrainRun(instance, Number(match[2]));
}
