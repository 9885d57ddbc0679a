import * as v from "valibot";
import type { PythonLaunch } from "./python-launch.ts";

/** What the guard of an app is told. */
export interface GuardOrder {
  readonly launch: Pick<PythonLaunch, "interpreter" | "entrypoint" | "port" | "startup">;
  /** Milliseconds between the request to end and the end by force. */
  readonly grace: number;
}

const schema: v.GenericSchema<unknown, GuardOrder> = v.object({
  launch: v.object({
    interpreter: v.string(),
    entrypoint: v.array(v.string()),
    port: v.number(),
    startup: v.number(),
  }),
  grace: v.number(),
});

/** The variable that carries the order to the guard. */
export function guardVariable(order: GuardOrder): Record<string, string> {
  return { TRAINYARD_GUARD: JSON.stringify(order) };
}

/** Reads the order. */
export function guardOrder(env: Readonly<Record<string, string | undefined>>): GuardOrder {
  return v.parse(v.pipe(v.string(), v.parseJson(), schema), env.TRAINYARD_GUARD);
}

/** File URL of the guard's module: beside this one, in the clone and in the package. */
export function guardModule(): string {
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return new URL(`./guard-main${extension}`, import.meta.url).href;
}
