import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { random, train } from "@trainyard/builder";
import type { Instance, TrainRun } from "@trainyard/core";
import { connect } from "@trainyard/core";
import { type LocalInstance, startLocalInstance, writeSampleProject } from "@trainyard/local";

/** An instance with a drawn project of a name that is none too kind. */
export interface PageWorld extends AsyncDisposable {
  readonly dir: string;
  readonly local: LocalInstance;
  readonly instance: Instance;
  readonly projectId: number;
  /** A training whose page waits for a person. */
  waiting(): Promise<TrainRun>;
}

export const hostileName = "<img src=x onerror=document.title='owned'>";

export async function makePageWorld(port?: number): Promise<PageWorld> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-page-"));
  const sample = join(dir, "sample");
  await writeSampleProject(sample, { images: 24 });
  const local = await startLocalInstance({
    dir: join(dir, "instance"),
    ...(port === undefined ? {} : { port }),
  });
  const { id } = await local.importProject(sample, { name: hostileName });
  const instance = connect({ address: local.address, token: local.token });
  return {
    ...{ dir, local, instance, projectId: id },
    waiting: () =>
      train(instance)
        .on("auto")
        .project(id)
        .model("YOLO/YOLO26n-det")
        .split(random(75))
        .tune({ epochs: 3 })
        .autostart(false)
        .start(),
    async [Symbol.asyncDispose]() {
      await local.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
