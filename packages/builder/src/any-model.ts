import type { ModelRef } from "@trainyard/core";
import { parseModel, TrainyardError } from "@trainyard/core";

/** A pretrained model that the compiler does not know by name. */
export interface AnyModel<Framework extends string> {
  readonly from: "pretrained";
  readonly framework: Framework;
  readonly name: string;
}

/**
 * A model that is newer than the names the compiler knows; its framework's hyperparameters stay known. `plan()` asks
 * the instance whether there is one.
 *
 * @throws INPUT_INVALID when the text is no `FRAMEWORK/NAME`.
 * @example
 * ```ts
 * import { anyModel, train } from "@trainyard/builder";
 * const chain = train().model(anyModel("YOLO/YOLO27s-det")).tune({ epochs: 50 });
 * ```
 */
export function anyModel<const Framework extends string>(text: `${Framework}/${string}`): AnyModel<Framework>;
export function anyModel(text: string): ModelRef {
  const model = parseModel(text);
  if (model.from === "pretrained") return model;
  throw new TrainyardError("INPUT_INVALID", `anyModel: ${JSON.stringify(text)} is a checkpoint's path.`, {
    hint: "Hand it to .model() as it is.",
  });
}
