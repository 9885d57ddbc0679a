import { TrainyardError } from "../errors/trainyard-error.ts";
import type { ModelRef } from "./model-ref.ts";

/** Checkpoints and exported models are files; a pretrained model's name never ends like one. */
const modelFile = /\.(pt|pth|onnx|engine|safetensors)$/i;

/**
 * Reads the specification's model text: `FRAMEWORK/NAME`, or the path of a checkpoint in Team Files.
 * A checkpoint path may lack its leading slash.
 *
 * @throws INPUT_INVALID when the text is neither.
 * @example
 * ```ts
 * import { parseModel } from "@trainyard/core";
 * const model = parseModel("YOLO/YOLO26s-det");
 * ```
 * Source: specification, `model`; platform fact: paths without a slash are looked up in Team Files first.
 */
export function parseModel(text: string): ModelRef {
  if (typeof text !== "string" || text.trim() === "") throw notAModel(text);
  if (text !== text.trim())
    throw notAModel(text, `Leave out the blanks around it: ${JSON.stringify(text.trim())}.`);
  const path = text.startsWith("/") ? text : `/${text}`;
  if (text.startsWith("/") || modelFile.test(text) || /^experiments\//.test(text)) {
    return { from: "checkpoint", path };
  }
  const slash = text.indexOf("/");
  const framework = text.slice(0, slash);
  const name = text.slice(slash + 1);
  if (slash < 1 || name.trim() === "" || name.includes("/")) throw notAModel(text);
  return { from: "pretrained", framework, name };
}

/** The text that {@link parseModel} reads back to the same model. */
export function formatModel(model: ModelRef): string {
  switch (model.from) {
    case "pretrained":
      return `${model.framework}/${model.name}`;
    case "checkpoint":
      return model.path;
    case "experiment":
      return `task ${model.taskId}: ${model.checkpoint}`;
  }
}

const forms =
  'Write "FRAMEWORK/NAME", for example "YOLO/YOLO26s-det", or a checkpoint\'s path in Team Files.';

function notAModel(value: unknown, hint: string = forms): TrainyardError {
  const shown = typeof value === "string" ? JSON.stringify(value) : typeof value;
  return new TrainyardError("INPUT_INVALID", `model: ${shown} names no model.`, {
    hint,
    facts: { value: typeof value === "string" ? value : null },
  });
}
