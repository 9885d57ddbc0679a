import { isTrainyardError, TrainyardError } from "./errors/trainyard-error.ts";

/** What a verb of the chain is called among the parameters of TrainApi. */
const parameters: Readonly<Record<string, string>> = {
  on: "agentId",
  project: "projectId",
  model: "model",
  classes: "classes",
  split: "trainValSplit",
  hyperparameters: "hyperparameters",
  experiment: "experimentName",
  convertClassShapes: "convertClassShapes",
  benchmark: "enableBenchmark",
  speedtest: "enableSpeedtest",
  cache: "cacheProject",
  autostart: "autostart",
};
const verb = new RegExp(`\\.(${Object.keys(parameters).join("|")})\\(([^()]*)\\)`, "g");

/**
 * Waits for a start by TrainApi, and says what goes wrong in the words of the call that was made: hints name
 * `run({ agentId })`, and not a chain's `.on()`.
 */
export async function inOwnWords<T>(method: string, start: Promise<T>): Promise<T> {
  return start.catch((error: unknown) => {
    if (!isTrainyardError(error)) throw error;
    const { code, hint, facts } = error;
    const message = error.message.endsWith(hint)
      ? error.message.slice(0, -hint.length).trim()
      : error.message;
    const [said, mend] = [own(message, method), own(hint, method)];
    if (said === message && mend === hint) throw error;
    throw new TrainyardError(code, said, { hint: mend, facts, cause: error });
  });
}

function own(text: string, method: string): string {
  return text
    .replaceAll('.on("auto")', `${method}() without agentId`)
    .replaceAll(".allClasses()", `${method}() without classes`)
    .replaceAll(/\.export\("(onnx|tensorrt)"\)/g, (_, format: string) =>
      format === "onnx" ? `${method}({ exportOnnx: true })` : `${method}({ exportTensorrt: true })`,
    )
    .replaceAll(verb, (_, name: string, value: string) => {
      const parameter = parameters[name] ?? name;
      const isWord = /^\w*$/.test(value) && !/^\d+$|^(true|false)$/.test(value);
      return `${method}({ ${isWord ? parameter : `${parameter}: ${value}`} })`;
    });
}
