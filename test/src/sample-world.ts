import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { connect } from "@trainyard/core";
import type { ImportedProject, LocalInstance } from "@trainyard/local";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";

/** An embedded instance that holds the sample project `scenes`. */
export interface SampleWorld extends AsyncDisposable {
  /** A folder that goes with it. */
  readonly dir: string;
  readonly local: LocalInstance;
  readonly project: ImportedProject;
  readonly instance: Instance;
}

/** Starts it in a folder of its own, which goes when it is disposed of. */
export async function startSampleWorld(images: number): Promise<SampleWorld> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-world-"));
  const local = await startLocalInstance({ dir: join(dir, "instance") });
  await writeSampleProject(join(dir, "scenes"), { images });
  return {
    dir,
    local,
    project: await local.importProject(join(dir, "scenes")),
    instance: connect({ address: local.address, token: local.token }),
    async [Symbol.asyncDispose]() {
      await local.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
