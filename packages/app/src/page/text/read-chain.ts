import { collections, datasets, parseModel, random, tags } from "@trainyard/core";
import { readLiterals } from "./read-literals.ts";

type Reading = (said: readonly unknown[]) => Readonly<Record<string, unknown>>;

const on =
  (key: string): Reading =>
  ([value = true]) => ({ [key]: value });
/** The chain's calls, by name, as the part of a spec that each says. */
const calls: Readonly<Record<string, Reading>> = {
  on: ([agent]) => ({ agent }),
  project: ([project]) => ({ project }),
  model: ([model]) => ({
    model: typeof model === "string" ? parseModel(model) : { from: "experiment", ...Object(model) },
  }),
  classes: (classes) => ({ classes }),
  split: ([split]) => ({ split }),
  hyperparameters: ([hyperparameters]) => ({ hyperparameters }),
  tune: ([tune]) => ({ tune }),
  experiment: ([experimentName]) => ({ experimentName }),
  convertClassShapes: on("convertClassShapes"),
  benchmark: on("benchmark"),
  speedtest: on("speedtest"),
  cache: on("cacheProject"),
  export: (exports) => ({ exports }),
  autostart: on("autostart"),
};
const splits: Readonly<Record<string, (...said: never[]) => unknown>> = {
  collections,
  datasets,
  random,
  tags,
};

/**
 * Reads a chain as it stands in code, without running it: calls with literals as their arguments.
 *
 * @throws Error naming the call that cannot be read.
 */
export function readChain(text: string): Readonly<Record<string, unknown>> {
  const start = /\btrain\s*\(\s*\w*\s*\)/.exec(text);
  if (start === null) throw new Error("The chain begins with train().");
  let rest = text.slice(start.index + start[0].length);
  const spec: Record<string, unknown> = {};
  for (;;) {
    const call = /^(?:\s|\/\/[^\n]*\n)*\.(\w+)\s*\(/.exec(rest);
    if (call === null) return spec;
    const [all, name = ""] = call;
    if (name === "start" || name === "plan" || name === "check") return spec;
    const read = Object.hasOwn(calls, name) ? calls[name] : undefined;
    if (read === undefined) throw new Error(`.${name}() cannot be pasted: write what it says as values.`);
    const { values, length } = readLiterals(rest.slice(all.length), `.${name}()`, splits);
    Object.assign(spec, read(values));
    rest = rest.slice(all.length + length);
  }
}
