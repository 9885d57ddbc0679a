import { isTrainyardError, type TrainyardError } from "@trainyard/core";

/** The error that a promise is rejected with; fails the test when it is none of ours, or none at all. */
export async function failure(promise: Promise<unknown>): Promise<TrainyardError> {
  const error: unknown = await promise.then(
    (value) => new Error(`It was kept, with ${JSON.stringify(value)}`),
    (caught: unknown) => caught,
  );
  if (isTrainyardError(error)) return error;
  throw error;
}
