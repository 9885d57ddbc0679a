import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { connect } from "@trainyard/core";
import type { TrainPlan } from "@trainyard/core/plan";
import type { LocalInstance } from "@trainyard/local";
import { startLocalInstance } from "@trainyard/local";
import type { FaultProxy } from "./fault-proxy.ts";
import { startFaultProxy } from "./fault-proxy.ts";

/** An idle instance with a fault proxy before it. */
export interface FaultWorld extends AsyncDisposable {
  readonly local: LocalInstance;
  readonly proxy: FaultProxy;
  /** The instance without the proxy. */
  readonly direct: Instance;
}

/** Starts the instance in a folder of its own. Its clock goes on by some seconds a task: many cases share it. */
export async function startFaultWorld(): Promise<FaultWorld> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-faults-"));
  let ticks = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1) + 5000 * ticks++);
  const local = await startLocalInstance({ dir, idle: true, now });
  const proxy = await startFaultProxy(local.address);
  return {
    local,
    proxy,
    direct: connect({ address: local.address, token: local.token }),
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await local.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** What every case starts. */
export function anyPlan(local: LocalInstance): TrainPlan {
  return {
    project: { id: 1, name: "Lemons", workspaceId: local.defaults.workspaceId },
    agent: { id: local.defaults.agentId, reason: "named" },
    app: { moduleId: 1001, name: "Train", framework: "any" },
    training: { taskId: 5, mode: "new" },
    task: {},
    warnings: [],
  };
}
