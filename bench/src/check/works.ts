import { random, train } from "@trainyard/builder";
import { parseAsPyYaml, tuneHyperparameters } from "@trainyard/core/hyperparameters";
import { frameworks, yolo } from "@trainyard/presets";
import { parseDocument } from "yaml";

/** A chain with every step said. */
export function describeFullChain() {
  return train()
    .on(12)
    .project(101)
    .model("YOLO/YOLO26s-det")
    .classes("kiwi", "lemon")
    .split(random(80))
    .hyperparameters(yolo.hyperparametersText)
    .tune({ epochs: 50, batch: 8, optimizer: "AdamW", lr0: 0.001 })
    .experiment("Fruit, all steps")
    .convertClassShapes()
    .benchmark()
    .speedtest()
    .cache()
    .export("onnx", "tensorrt")
    .autostart()
    .task({ description: "bench" });
}

const chain = describeFullChain();

/** Its check; it throws when there is an error, which would be another's time. */
export function checkFullChain(): void {
  const problems = chain.check();
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(" "));
}

const texts = frameworks.map(({ hyperparametersText: text, length, keys }) => ({
  text,
  paths: [length.path, keys.batch],
}));

/** Each framework's default hyperparameters, read by us. */
export function readTexts(): void {
  for (const { text } of texts) parseAsPyYaml(text);
}

/** The same texts, read by the yaml package into its document. */
export function readTextsWithYaml(): void {
  for (const { text } of texts) parseDocument(text, { version: "1.1" }).toJS();
}

/** The length and the batch set in each of the texts, by us. */
export function tuneTexts(): void {
  for (const { text, paths } of texts)
    tuneHyperparameters(text, Object.fromEntries(paths.map((path) => [path, 7])));
}

/** The same, by the yaml package, which writes the text anew. */
export function tuneTextsWithYaml(): void {
  for (const { text, paths } of texts) {
    const document = parseDocument(text, { version: "1.1" });
    for (const path of paths) document.setIn(path.split("."), 7);
    document.toString();
  }
}
