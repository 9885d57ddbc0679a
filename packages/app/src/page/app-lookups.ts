import type { Instance } from "@trainyard/core";
import type { Agent, Lookups } from "@trainyard/core/plan";
import type { PagePlace } from "./read-page-world.ts";

/** What is known of the task that an app runs in. */
export interface AppTask {
  readonly agent: Agent;
  readonly module: { readonly id: number; readonly name: string; readonly version?: string };
}

const paths = { models: "models.json", hyperparams: "hyperparameters.yaml", app_options: "app_options.yaml" };

/**
 * Look-ups for planning inside a training app: the app is the one that runs, with its own files, on the agent it runs
 * on. Everything else is asked of the instance.
 */
export function appLookups(instance: Instance, app: PagePlace["app"], { agent, module }: AppTask): Lookups {
  const { until: _, allAgents: __, allTrainModules: ___, ...lookups } = instance.lookups;
  const own: Readonly<Record<string, string>> = {
    [paths.models]: JSON.stringify(
      app.models.map(({ name, task }) => ({ model_name: name, task_type: task })),
    ),
    [paths.hyperparams]: app.hyperparameters,
    [paths.app_options]: (["onnx", "tensorrt"] as const)
      .map((format) => `export_${format}_supported: ${app.exports.includes(format)}\n`)
      .join(""),
  };
  return {
    ...lookups,
    // It runs here already, so what its GPUs are is no question any more.
    trainModules: async () => [{ ...module, framework: app.framework, files: paths, needsGpu: false }],
    appFile: async (_module, path) => own[path] ?? "",
    agent: async () => agent,
  };
}
