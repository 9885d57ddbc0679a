import type { TrainRun } from "@trainyard/core";
import { connect, isTrainyardError, startPlan } from "@trainyard/core";
import type { CaseReport, Ended, Outcome } from "./case-report.ts";
import { caseRuntime } from "./case-runtime.ts";
import type { StartCase } from "./draw-case.ts";
import { faultName } from "./fault.ts";
import type { FaultWorld } from "./fault-world.ts";
import { anyPlan } from "./fault-world.ts";
import { judge } from "./judge.ts";
import { ProxiedCase } from "./proxied-case.ts";
import { seededRandom } from "./seeded-random.ts";
import { tasksOf } from "./tasks-of.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** Runs one case and judges it by what the instance itself holds in the end. */
export async function runCase(world: FaultWorld, drawn: StartCase): Promise<CaseReport> {
  const { proxy, local, direct } = world;
  const clock = new VirtualClock();
  const proxied = new ProxiedCase(clock, drawn.plan);
  const name = `${drawn.seed}-${drawn.number}`;
  proxy.open(name, proxied);
  const random = seededRandom(drawn.seed + 1, drawn.number);
  const runtime = caseRuntime(name, proxied, random, proxy.closedAddress);
  const instance = connect({ address: proxy.address, token: local.token, runtime });
  const plan = { ...anyPlan(local), task: { description: `case ${name}` } };
  const cancelled = new AbortController();
  if (drawn.abortAfter !== undefined)
    clock.alarm(drawn.abortAfter, () => cancelled.abort(new Error("changed my mind")));
  const options = { ...(drawn.key === undefined ? {} : { key: drawn.key }), signal: cancelled.signal };
  const ended = await startPlan(plan, instance, options).then(
    (run: TrainRun) => ({ run }),
    (error: unknown) => ({ error }),
  );
  const took = clock.now();
  await clock.drained();
  proxy.close(name);

  const after = await tasksOf(direct, local.defaults.workspaceId, `case ${name}`);
  // What was left open is settled as its hint says: by the key, once the network is sound.
  const again = openKey(ended);
  const settled = again === undefined ? undefined : await startPlan(plan, direct, { key: again });
  const tasks =
    settled === undefined ? after : await tasksOf(direct, local.defaults.workspaceId, `case ${name}`);
  return {
    number: drawn.number,
    fault: faultName(drawn.plan.start[0] ?? { kind: "none" }),
    outcome: outcomeOf(ended),
    created: after.length,
    settledByKey: settled !== undefined,
    took,
    ...judge({ ended, after, settled, tasks, took }),
  };
}

function outcomeOf(ended: Ended): Outcome {
  if ("run" in ended) return ended.run.adopted ? "adopted" : "started";
  if (isTrainyardError(ended.error, "START_AMBIGUOUS")) return "ambiguous";
  return isTrainyardError(ended.error, "START_ABORTED") ? "aborted" : "refused";
}

/** The key under which something is left open, if anything is. */
function openKey(ended: Ended): string | undefined {
  if ("run" in ended) {
    const open = ended.run.warnings.find(
      ({ code }) => code === "START_UNCHECKED" || code === "START_DUPLICATE_RUNS",
    );
    const value: unknown = open?.value;
    return typeof value === "object" && value !== null && "key" in value ? String(value.key) : undefined;
  }
  const { error } = ended;
  const isOpen = isTrainyardError(error, "START_AMBIGUOUS") || isTrainyardError(error, "START_ABORTED");
  return isOpen ? error.facts.key : undefined;
}
