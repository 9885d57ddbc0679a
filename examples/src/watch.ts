import { tags, train } from "@trainyard/builder";
import { showProgress } from "@trainyard/core/node";
import { withLocalInstance } from "./with-local-instance.ts";

// A bar on a terminal, nothing into a pipe; Ctrl-C ends the wait only.
await withLocalInstance(async ({ instance, agent, project }) => {
  const chain = train(instance).on(agent).project(project).use("yolo/smoke").split(tags("train", "val"));
  const experiment = await showProgress(await chain.start(), { timeout: "5m" });
  console.log(`Best checkpoint: ${experiment.bestCheckpoint}`);
});
