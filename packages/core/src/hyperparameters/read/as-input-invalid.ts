import { PyYamlError } from "@trainyard/pyyaml";
import { TrainyardError } from "../../errors/trainyard-error.ts";

/** Runs what may refuse a YAML text or value, and says so in our own error. */
export function asInputInvalid<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PyYamlError)) throw error;
    const { reason, line, column } = error.refusal ?? {};
    throw new TrainyardError("INPUT_INVALID", error.message, {
      hint: error.hint,
      ...(error.refusal === undefined ? {} : { facts: { reason, line, column } }),
    });
  }
}
