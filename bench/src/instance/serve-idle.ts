import { startLocalInstance } from "@trainyard/local";

/** An instance as a process of its own, told over its channel what to import: it is there to be measured and killed. */
async function serveIdle(dir: string): Promise<void> {
  const local = await startLocalInstance({ dir, token: "bench", idle: true });
  process.on("message", (folder: string) => {
    local.importProject(folder).then(
      ({ id }) => process.send?.({ imported: id }),
      () => process.send?.({ imported: undefined }),
    );
  });
  process.once("disconnect", () => process.exit());
  process.send?.({ address: local.address });
}

await serveIdle(process.argv[2] ?? "");
