import { writePyYaml } from "@trainyard/core/hyperparameters";
import type { Framework } from "@trainyard/presets";
import { frameworks } from "@trainyard/presets";
import { rehearsalModule } from "@trainyard/rehearsal";
import type { LocalTrainApp } from "../agent/local-train-app.ts";

/** A rehearsal of every framework that the presets know. */
export function localTrainApps(): readonly LocalTrainApp[] {
  return frameworks.map(localTrainApp);
}

function localTrainApp(framework: Framework): LocalTrainApp {
  const { files: paths, projectType } = framework;
  return {
    slug: framework.slug,
    name: `${framework.app} (rehearsal)`,
    framework: framework.name,
    version: framework.release,
    description: `Goes through a training of ${framework.name} on the CPU, with a small network in place of the real one.`,
    categories: ["neural network", projectType, "train", `framework:${framework.name}`],
    filePaths: paths,
    files: {
      [paths.models]: JSON.stringify(framework.models.map(modelRow)),
      [paths.hyperparams]: framework.hyperparametersText,
      [paths.app_options]: writePyYaml({
        export_onnx_supported: framework.exports.includes("onnx"),
        export_tensorrt_supported: framework.exports.includes("tensorrt"),
        model_benchmark: true,
      }),
    },
    rehearsal: true,
    module: rehearsalModule(),
    env: { TRAINYARD_FRAMEWORK: framework.name },
  };
}

/** A row as the platform's models.json has it; apps of which not every model exports have columns that say so. */
function modelRow({ name, task, checkpoint, config, exports }: Framework["models"][number]): object {
  const files = config === undefined ? { checkpoint } : { checkpoint, config };
  const support =
    exports === undefined
      ? {}
      : { "ONNX support": exports.includes("onnx"), "TensorRT support": exports.includes("tensorrt") };
  return {
    model_name: name,
    ...support,
    meta: { task_type: task, model_name: name, model_files: files },
  };
}
