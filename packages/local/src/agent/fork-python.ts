import type { ChildProcess } from "node:child_process";
import { copyCheckout } from "../python/copy-checkout.ts";
import { guardModule, guardVariable } from "../python/guard-order.ts";
import type { PythonPlace } from "../python/python-environment.ts";
import { pythonEnvironment } from "../python/python-environment.ts";
import type { PythonLaunch } from "../python/python-launch.ts";
import type { AppListener } from "./fork-app.ts";
import { forkApp } from "./fork-app.ts";

/**
 * Runs a Python app for one task, on a copy of its checkout, in a process group whose leader ends it with the instance.
 * Undefined when the task was stopped while the checkout was copied.
 */
export async function forkPython(
  launch: PythonLaunch,
  place: Omit<PythonPlace, "interpreter"> & { readonly grace: number },
  env: Readonly<Record<string, string>>,
  listener: AppListener,
  isStopped: () => boolean,
): Promise<ChildProcess | undefined> {
  const { dir, interpreter, entrypoint, port, startup } = launch;
  await copyCheckout(dir, place.code);
  if (isStopped()) return undefined;
  const order = { launch: { interpreter, entrypoint, port, startup }, grace: place.grace };
  const whole = { ...env, ...pythonEnvironment({ ...place, interpreter }), ...guardVariable(order) };
  return forkApp(guardModule(), place.code, whole, listener, true);
}
