import { mkdirSync } from "node:fs";
import { serve } from "@hono/node-server";
import { tasksInfo } from "@trainyard/core/endpoints";
import { connectFromEnv } from "@trainyard/core/node";
import { appHandler } from "./http/app-handler.ts";
import type { TrainAppDefinition } from "./lifecycle/define-train-app.ts";
import { TrainSession } from "./lifecycle/train-session.ts";
import { readState } from "./state/read-state.ts";
import { restoreState } from "./state/restore-state.ts";

/**
 * Runs a training app as the process of a task, from the task's environment: loads the state, answers its endpoints on
 * loopback, trains if it was asked to, and ends when the training has finished. A training that fails leaves the app
 * running with its error in `/train_status`, as the platform's template does.
 *
 * @example
 * ```ts no-check
 * await runTrainApp(app);
 * ```
 * Source: platform facts, the agent's environment and TrainApp's lifecycle.
 */
export async function runTrainApp(
  app: TrainAppDefinition,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const instance = connectFromEnv({ env, cwd: "/nonexistent", home: "/nonexistent" });
  const taskId = Number(env.TASK_ID);
  const stateOfTask = async () => (await tasksInfo(instance, taskId))?.meta?.params?.state;
  const { projectId, guiState } = readState(await restoreState(env, stateOfTask));
  const workDir = env.SLY_APP_DATA_DIR ?? "app_data";
  mkdirSync(workDir, { recursive: true });
  const session = new TrainSession({ app, instance, taskId, projectId, workDir, now: () => new Date() });
  const port = await new Promise<number>((resolve) => {
    serve({ fetch: appHandler(session).fetch, port: 0, hostname: "127.0.0.1" }, (info) => resolve(info.port));
  });
  process.send?.({ type: "listening", port });
  // An app never outlives the agent that started it.
  process.once("disconnect", () => process.exit(1));
  process.once("SIGTERM", () => {
    session.stop();
    process.exit(143);
  });

  try {
    if (guiState === undefined) return;
    const { settings, ready, autostart } = await session.load(guiState);
    if (!ready || !autostart) return;
    await session.train(settings).then(
      () => process.exit(0),
      () => undefined,
    );
  } catch (error) {
    // A state the app cannot even read ends the task, as it does on the platform.
    await session.fail(error);
    process.exit(1);
  }
}
