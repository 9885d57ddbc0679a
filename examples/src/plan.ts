import { random, tags, train } from "@trainyard/builder";
import { withLocalInstance } from "./with-local-instance.ts";

// What would be done, compared with another wish, before anything is created.
await withLocalInstance(async ({ instance, agent, project }) => {
  const chain = train(instance).on(agent).project(project).use("yolo/fast").split(tags("train", "val"));
  const plan = await chain.plan();
  console.log(`${plan}`);
  console.log(`${plan.diff(await chain.split(random(70)).export("onnx").plan())}`);
});
