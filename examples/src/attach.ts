import { tags, train } from "@trainyard/builder";
import { attach } from "@trainyard/core";
import { withLocalInstance } from "./with-local-instance.ts";

// A run is lost and found by its ref; the events go on where the first watcher left.
await withLocalInstance(async ({ instance, agent, project }) => {
  const chain = train(instance).on(agent).project(project).use("yolo/smoke").split(tags("train", "val"));
  const { ref } = await chain.start({ key: "example-attach" });
  let since = "";
  for await (const { cursor } of attach(instance, ref).events()) {
    since = cursor;
    break;
  }
  let later = 0;
  for await (const _ of attach(instance, ref).events({ since })) later++;
  console.log(`${later} events after the first of ${ref}`);
});
