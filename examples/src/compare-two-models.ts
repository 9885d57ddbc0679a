import { tags, train } from "@trainyard/builder";
import { sweep } from "@trainyard/builder/sweep";
import { withLocalInstance } from "./with-local-instance.ts";

// Several models on several agents, compared; one of them cannot be trained on this project, which ends no other.
await withLocalInstance(async ({ instance, project }) => {
  const base = train(instance).project(project).split(tags("train", "val")).tune({ epochs: 2 });
  const models = sweep(base, { model: ["YOLO/YOLO26n-det", "YOLO/YOLO26s-det", "YOLO/YOLO26n-seg"] });
  const run = models.start({ agents: "any", perAgent: 2, key: "two-models" });
  const { comparison, best, outcomes } = await run.finished({ metric: "mAP" });
  console.log(String(comparison));
  console.log(`Best: ${best?.bestCheckpoint}; failed: ${outcomes.filter(({ error }) => error).length}`);
});
