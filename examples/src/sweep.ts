import { tags, train } from "@trainyard/builder";
import { sweep } from "@trainyard/builder/sweep";
import { withLocalInstance } from "./with-local-instance.ts";

// Branches of one chain never change it, so a sweep is a chain and what it changes.
await withLocalInstance(async ({ instance, project }) => {
  const base = train(instance).project(project).use("yolo/smoke").benchmark().split(tags("train", "val"));
  const lengths = sweep(base, { "tune.epochs": [1, 2] });
  console.log(String(lengths));
  const run = lengths.start({ agents: "any", key: "example-sweep" });
  for (const { taskId, metrics } of (await run.finished()).experiments)
    console.log(`Sweep, task ${taskId}:`, metrics);
});
