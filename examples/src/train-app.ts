// A complete training app around a trainer of one's own: it learns the mean size of the boxes of each class.
// In a task it is run by `runTrainApp(app)`; here it runs against an embedded instance, with its page at the address printed.
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { appHandler, defineTrainApp, TrainSession } from "@trainyard/app";
import { connect } from "@trainyard/core";
import { startLocalInstance, writeSampleProject } from "@trainyard/local";

const app = defineTrainApp({
  framework: "Mean",
  models: [
    { name: "Mean-boxes", task: "object detection", columns: { architecture: "mean", paramsM: 0 } },
    { name: "Median-boxes", task: "object detection", columns: { architecture: "median", paramsM: 0 } },
  ],
  hyperparameters: "epochs: 5 # passes over the images\n",
  hyperparameterFacts: [
    { path: "epochs", kinds: ["int"], min: 1, max: 1000, about: "passes over the images" },
  ],
  exports: [],
  devices: ["cpu", "cuda:0"],
  selectors: { benchmark: false },
  autostart: true,
  hooks: { train: ({ settings }) => console.log(`Training on ${settings.device ?? "the default device"}.`) },
  async train({ train, hyperparameters, outputDir, progress, metrics, stopping, signal }) {
    const epochs = Number(hyperparameters.epochs ?? 5);
    const objects = train.flatMap(({ annotation }) => annotation.objects);
    for (let epoch = 1; epoch <= epochs && !stopping.aborted; epoch++) {
      signal.throwIfAborted();
      metrics(epoch, { loss: 1 / epoch });
      await progress("Epochs", epoch, epochs);
    }
    await mkdir(join(outputDir, "checkpoints"), { recursive: true });
    await writeFile(join(outputDir, "checkpoints", "best.pt"), JSON.stringify({ objects: objects.length }));
    return { checkpoints: ["best.pt"], best: "best.pt", metrics: {} };
  },
});

const dir = await mkdtemp(join(tmpdir(), "train-app-"));
const local = await startLocalInstance({ dir: join(dir, "instance") });
await writeSampleProject(join(dir, "scenes"), { images: 12 });
const { id: projectId } = await local.importProject(join(dir, "scenes"));
const instance = connect({ address: local.address, token: local.token });
const session = new TrainSession({
  ...{ app, instance, taskId: 1, projectId, workDir: join(dir, "work"), now: () => new Date() },
});
const trainApp = appHandler(session);
const server = serve({ fetch: trainApp.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  console.log(`The page: http://127.0.0.1:${port}/ (Ctrl-C ends it)`);
});
process.once("SIGINT", () => {
  server.close();
  void local.close().then(() => process.exit(0));
});
