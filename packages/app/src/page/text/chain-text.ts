import type { Split } from "@trainyard/core";
import { formatModel } from "@trainyard/core/spec";
import type { PageForm } from "../page-state.ts";
import { saidHyperparameters } from "./said-hyperparameters.ts";

/**
 * The chain that makes the page, as TypeScript; of hyperparameters, what differs from the app's own file. {@link
 * readFormText} reads it back.
 */
export function chainText(form: PageForm, projectId: number, defaults: string): string {
  const { model, split } = form;
  const { hyperparameters, tune } = saidHyperparameters(form.hyperparameters, defaults);
  const say = (value: unknown) => JSON.stringify(value);
  const calls = [
    '.on("auto")',
    `.project(${projectId})`,
    model.from === "pretrained"
      ? `.model(${say(formatModel(model))})`
      : `.model({ taskId: ${model.taskId}, checkpoint: ${say(model.checkpoint)} })`,
    ...(form.classes.length === 0 ? [] : [`.classes(${form.classes.map(say).join(", ")})`]),
    `.split(${splitText(split)})`,
    ...(tune === undefined ? [] : [`.tune({ ${tuneLiteral(tune)} })`]),
    ...(typeof hyperparameters === "string" ? [`.hyperparameters(${textLiteral(hyperparameters)})`] : []),
    `.convertClassShapes(${form.convertClassShapes})`,
    `.benchmark(${form.benchmark})`,
    `.speedtest(${form.speedtest})`,
    `.cache(${form.cacheProject})`,
    `.export(${form.exports.map(say).join(", ")})`,
    ...(form.experimentName === null ? [] : [`.experiment(${say(form.experimentName)})`]),
    `.autostart(${form.autostart})`,
  ];
  const names = split.by === "random" ? "random, train" : `${split.by}, train`;
  return `import { ${names} } from "@trainyard/builder";\n\nconst chain = train()\n${calls.map((call) => `  ${call}`).join("\n")};\n`;
}

function tuneLiteral(tune: object): string {
  const said = Object.entries(tune).map(
    ([key, value]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return said.join(", ");
}

/** Several lines are readable as a template; what a template would change is written as a string. */
function textLiteral(text: string): string {
  if (!text.includes("\n") || /[^\n\x20-\x7e\u00a1-\ud7ff]/.test(text)) return JSON.stringify(text);
  return `\`${text.replace(/[\\`$]/g, "\\$&")}\``;
}

function splitText(split: Split): string {
  const say = (value: unknown) => JSON.stringify(value);
  switch (split.by) {
    case "random":
      return `random(${split.percent}, ${say(split.side)})`;
    case "tags":
      return `tags(${say(split.train)}, ${say(split.val)}, { untagged: ${say(split.untagged)} })`;
    default:
      return `${split.by}(${say(split.train)}, ${say(split.val)})`;
  }
}
