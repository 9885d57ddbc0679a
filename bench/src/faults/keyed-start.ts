/** A process that starts a training with a key: `keyed-start ADDRESS TOKEN KEY`. Its parent may kill it at any point. */
import { connect, startPlan } from "@trainyard/core";

const [address = "", token = "", key = ""] = process.argv.slice(2);
const run = await startPlan(
  {
    project: { id: 1, name: "Lemons", workspaceId: 1 },
    agent: { id: 1, reason: "named" },
    app: { moduleId: 1001, name: "Train", framework: "any" },
    training: { taskId: 5, mode: "new" },
    task: {},
    warnings: [],
  },
  connect({ address, token }),
  { key },
);
console.log(JSON.stringify({ taskId: run.taskId, adopted: run.adopted }));
