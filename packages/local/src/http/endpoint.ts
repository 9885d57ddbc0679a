import * as v from "valibot";
import { ApiError } from "../store/api-error.ts";
import type { Context } from "./context.ts";

/** Answers one endpoint: gives JSON, or a Response for files. */
export type Endpoint = (body: unknown, context: Context, request: Request) => unknown;
/** Endpoints by name, e.g. `projects.info`. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

/** An endpoint whose body is parsed first; a malformed body is answered with 400 and the place that is wrong. */
export function endpoint<T>(
  schema: v.GenericSchema<unknown, T>,
  answer: (body: T, context: Context, request: Request) => unknown,
): Endpoint {
  return (body, context, request) => answer(parseBody(schema, body), context, request);
}

/** @throws ApiError 400 */
export function parseBody<T>(schema: v.GenericSchema<unknown, T>, body: unknown): T {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ApiError(400, `${v.getDotPath(issue) ?? "The body"}: ${issue.message}`);
}

/** The schema of `{ id }`. */
export const idBody: v.GenericSchema<unknown, { id: number }> = v.looseObject({ id: v.number() });

/** A number that a GET carries as text. */
export const numberText: v.GenericSchema<unknown, number> = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.integer(),
);
