import { withLocalInstance } from "./with-local-instance.ts";

// The platform's API on loopback, over a folder.
await withLocalInstance(async ({ instance, agent, project }) => {
  const { name } = await instance.lookups.project(project);
  console.log(`Project ${project} "${name}" and agent ${agent} at ${instance.address}`);
});
