import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { connect } from "@trainyard/core";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";

/** What an example works with: an embedded instance, with a small drawn project. */
export interface Place {
  readonly instance: Instance;
  readonly agent: number;
  readonly project: number;
}

/** Starts an embedded instance in a temporary folder, runs an example on it and takes it away again. */
export async function withLocalInstance(example: (place: Place) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-example-"));
  try {
    await using local = await startLocalInstance({ dir: join(dir, "instance") });
    await writeSampleProject(join(dir, "Drawn scenes"));
    const project = await local.importProject(join(dir, "Drawn scenes"));
    const instance = connect({ address: local.address, token: local.token });
    await example({ instance, agent: local.defaults.agentId, project: project.id });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
