import { parseInput } from "@trainyard/core/errors";
import type { AnyRoute, Route } from "./route.ts";

/** Closes over a route's type: its input is parsed, with the mistake in words, and then executed. */
export function defineRoute<T>(route: Route<T>): AnyRoute {
  const { execute, preview, input, ...rest } = route;
  return {
    ...rest,
    input,
    ...(preview === undefined
      ? {}
      : { previewOf: async (said: unknown, call) => preview(parseInput(input, said, route.name), call) }),
    run: async (said, call) => execute(parseInput(input, said, route.name), call),
  };
}
