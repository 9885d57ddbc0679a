import * as v from "valibot";
import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { Caller, CallOptions } from "../caller.ts";

const page = <T>(row: v.GenericSchema<unknown, T>) =>
  v.object({
    total: v.number(),
    perPage: v.number(),
    pagesCount: v.number(),
    entities: v.array(row),
  });

/**
 * Reads every page of a list.
 *
 * @throws ANSWER_UNEXPECTED when the pages do not add up to the total, since something would be missing.
 */
export async function listPages<T>(
  instance: Caller,
  endpoint: string,
  body: Record<string, unknown>,
  row: v.GenericSchema<unknown, T>,
  options: CallOptions = {},
): Promise<T[]> {
  const first = await instance.call(endpoint, body, page(row), options);
  const rows = [...first.entities];
  for (let number = 2; number <= first.pagesCount; number++) {
    const paged = { ...body, page: number, per_page: first.perPage };
    rows.push(...(await instance.call(endpoint, paged, page(row), options)).entities);
  }
  if (rows.length < first.total)
    throw new TrainyardError(
      "ANSWER_UNEXPECTED",
      `${endpoint} gave ${rows.length} of ${first.total} entries.`,
      {
        facts: { endpoint },
      },
    );
  return rows;
}
