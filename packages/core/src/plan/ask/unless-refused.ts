import { isTrainyardError } from "../../errors/trainyard-error.ts";

/** What a look-up gives that was made ahead of knowing whether it is needed: its failure decides nothing. */
export function unlessRefused<T>(lookup: Promise<T>): Promise<T | undefined> {
  return lookup.catch((error: unknown) => {
    if (isTrainyardError(error)) return undefined;
    throw error;
  });
}
