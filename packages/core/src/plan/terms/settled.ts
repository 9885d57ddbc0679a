import type { TrainyardError } from "../../errors/trainyard-error.ts";

/** A value, or the error in its place. */
export type Settled<T> = { readonly value: T } | { readonly error: TrainyardError };
