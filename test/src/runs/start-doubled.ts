import type { Problem } from "@trainyard/core";
import { startPlan } from "@trainyard/core";
import type { TrainPlan } from "@trainyard/core/plan";
import { type Answer, scriptedPlatform } from "./scripted-platform.ts";

const plan: TrainPlan = {
  project: { id: 101, name: "Lemons", workspaceId: 1 },
  agent: { id: 1, reason: "named" },
  app: { moduleId: 1001, name: "Train", framework: "F" },
  training: { taskId: 5, mode: "new" },
  task: {},
  warnings: [],
};

/**
 * Starts on a platform of loopback that makes two tasks of one start, and answers some endpoints as told.
 *
 * @returns what the run warns of.
 */
export async function startDoubled(answers: Readonly<Record<string, Answer>>): Promise<readonly Problem[]> {
  await using platform = await scriptedPlatform();
  for (const [endpoint, answer] of Object.entries(answers)) platform.scripts.set(endpoint, () => answer);
  platform.scripts.set("tasks.run.app", ({ description }) => {
    const [task] = ["started", "started"].map((status) =>
      platform.addTask({ status, description: String(description) }),
    );
    return { json: [{ taskId: task?.id }] };
  });
  const run = await startPlan(plan, platform.connect({ sleep: async () => {}, random: () => 0.5 }));
  return run.warnings;
}
