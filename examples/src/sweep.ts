import { tags, train } from "@trainyard/builder";
import { watchAll } from "@trainyard/core";
import { withLocalInstance } from "./with-local-instance.ts";

// Branches of one chain never change it, so a sweep is a loop.
await withLocalInstance(async ({ instance, agent, project }) => {
  const base = train(instance)
    .on(agent)
    .project(project)
    .use("yolo/smoke")
    .benchmark()
    .split(tags("train", "val"));
  const runs = await Promise.all(
    [1, 2].map((epochs) => base.tune({ epochs }).start({ key: `sweep-${epochs}` })),
  );
  for await (const news of watchAll(runs)) if ("error" in news) throw news.error;
  for (const run of runs) {
    const { metrics } = await run.experiment();
    console.log(`Sweep, task ${run.taskId}:`, metrics);
  }
});
