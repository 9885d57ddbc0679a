import type { ExperimentRecord } from "@trainyard/core/wire";

/** Ready-made code for what a training left. Names are written as literals, so no name can be more than a name. */
export function readyCode(record: ExperimentRecord, address: string): Readonly<Record<string, string>> {
  const say = (value: unknown) => JSON.stringify(value);
  const best = `${record.artifacts_dir}/checkpoints/${record.best_checkpoint}`;
  const onnx = record.export?.ONNXRuntime;
  return {
    TypeScript: `import { attach } from "@trainyard/core";
import { connectFromEnv } from "@trainyard/core/node";

const run = attach(connectFromEnv(), ${say(`${address}/apps/sessions/${record.task_id}`)});
const experiment = await run.finished();
console.log(experiment.bestCheckpoint, experiment.metrics);
`,
    Python: `import supervisely as sly

api = sly.Api.from_env()
model = api.nn.deploy(model=${say(best)}, device="cuda:0")
prediction = model.predict(input="image.jpg")
`,
    ...(typeof onnx === "string"
      ? {
          "ONNX Runtime": `import numpy as np
import onnxruntime as ort

# The exported file, downloaded from ${say(`${record.artifacts_dir}/${onnx}`)}.
session = ort.InferenceSession(${say(onnx.split("/").at(-1))})
[wanted] = session.get_inputs()
shape = [size if isinstance(size, int) else 1 for size in wanted.shape]
outputs = session.run(None, {wanted.name: np.zeros(shape, dtype=np.float32)})
print([output.shape for output in outputs])
`,
        }
      : {}),
  };
}
