import { mkdirSync } from "node:fs";
import type { ServerType } from "@hono/node-server";
import { serve } from "@hono/node-server";
import { tasksInfo } from "@trainyard/core/endpoints";
import { connectFromEnv } from "@trainyard/core/node";
import { Hono } from "hono";
import { appHandler } from "./http/app-handler.ts";
import { loopbackOnly } from "./http/loopback-only.ts";
import type { TrainAppDefinition } from "./lifecycle/define-train-app.ts";
import { TrainSession } from "./lifecycle/train-session.ts";
import { readState } from "./state/read-state.ts";
import { restoreState } from "./state/restore-state.ts";

/** Milliseconds in which answers under way are sent before the process ends. */
const lastAnswers = 1000;

/**
 * Runs a training app as the process of a task, from the task's environment: loads the state, answers its endpoints on
 * loopback, trains when it is asked to, and ends when the training has finished. A training that fails leaves the app
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
  const { projectId, guiState, continuation } = readState(await restoreState(env, stateOfTask));
  const workDir = env.SLY_APP_DATA_DIR ?? "app_data";
  mkdirSync(workDir, { recursive: true });
  const session = new TrainSession({
    ...{ app, instance, taskId, projectId, workDir, now: () => new Date() },
    // Whoever waits for the end of the training gets the answer first.
    onFinished: () => {
      server?.close(() => process.exit(0));
      setTimeout(() => process.exit(0), lastAnswers);
    },
  });
  let server: ServerType | undefined;
  // An app never outlives the agent that started it.
  process.once("disconnect", () => process.exit(1));
  process.once("SIGTERM", () => {
    session.stop();
    process.exit(143);
  });

  try {
    if (continuation !== undefined) await session.loadContinuation(continuation);
    const loaded = guiState === undefined ? undefined : await session.load(guiState);
    // As on the platform, an app that answers has its state loaded.
    const { fetch } = new Hono().use(loopbackOnly).route("/", appHandler(session));
    server = serve({ fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
      process.send?.({ type: "listening", port });
    });
    if (loaded?.ready && loaded.autostart) await session.train(loaded.settings).catch(() => undefined);
  } catch (error) {
    // A state the app cannot even read ends the task, as it does on the platform.
    await session.fail(error);
    process.exit(1);
  }
}
