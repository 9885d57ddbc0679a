import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Train } from "@trainyard/builder";
import { trainFrom } from "@trainyard/builder";
import type { Instance } from "@trainyard/core";
import { collections, datasets, random, TrainyardError, tags } from "@trainyard/core";
import { loadPresetFiles } from "@trainyard/presets/node";
import type { Command } from "commander";
import { readTrainingFile } from "./read-training-file.ts";

/** What is said of a training on the command line. */
export interface TrainingOptions {
  readonly file?: string;
  readonly presets?: readonly string[];
  readonly preset?: string;
  readonly project?: string;
  readonly agent?: string;
  readonly model?: string;
  readonly classes?: readonly string[];
  readonly split?: string;
  readonly hyperparameters?: string;
  readonly tune?: readonly string[];
  readonly export?: readonly string[];
  readonly name?: string;
  readonly benchmark?: boolean;
  readonly speedtest?: boolean;
  readonly autostart?: boolean;
  readonly rehearse?: boolean;
}

/** Adds the options of a training to a command. */
export function withTrainingOptions(command: Command): Command {
  return command
    .option(
      "-f, --file <file>",
      "settings from a YAML or JSON file, or a module whose default export is a chain",
    )
    .option(
      "--presets <place...>",
      "presets of one's own: a *.presets.yaml file, a folder, or an npm package",
    )
    .option("--preset <name>", "a preset, e.g. yolo/fast")
    .option("--project <id or name>", "the project with the training data")
    .option("--agent <id, name or auto>", "the agent that trains (default: auto)")
    .option("--model <FRAMEWORK/NAME or path>", "the model, or a checkpoint's path in Team Files")
    .option("--classes <names...>", "the classes to train on (default: all)")
    .option(
      "--split <how>",
      "random:80, tags:train/val, datasets:1,2/3 or collections:7/8 (default: random:80)",
    )
    .option("--hyperparameters <file>", "a YAML file that replaces the app's own")
    .option("--tune <name=value...>", "single hyperparameters, e.g. epochs=50 optimizer.lr=1e-4")
    .option("--export <formats...>", "onnx, tensorrt")
    .option("--name <name>", "the experiment's name")
    .option("--no-benchmark", "without the model benchmark")
    .option("--speedtest", "with the benchmark's speed test")
    .option("--no-autostart", "leaves the start to a person on the app's page")
    .option("--rehearse", "on an embedded instance: the rehearsal, although the real training app is there");
}

/**
 * The chain of a command line: the file's settings, then those of the options.
 *
 * @throws INPUT_INVALID and what the chain's verbs throw.
 */
export async function chainOf(
  options: TrainingOptions,
  cwd: string,
  instance: Instance | undefined,
): Promise<Train<string, never>> {
  const { preset: filed, ...settings } =
    options.file === undefined ? {} : await readTrainingFile(options.file, cwd);
  const places = await Promise.all((options.presets ?? []).map((place) => loadPresetFiles(place, { cwd })));
  const preset = options.preset ?? filed;
  if (preset !== undefined && typeof preset !== "string")
    throw new TrainyardError("INPUT_INVALID", "preset: expected a preset's name.");
  const base = trainFrom({ agent: "auto" }, instance, { presets: places.flat() });
  return (preset === undefined ? base : base.use(preset)).with(settings).with(await saidBy(options, cwd));
}

async function saidBy(options: TrainingOptions, cwd: string): Promise<Readonly<Record<string, unknown>>> {
  const { project, agent, model, classes, split, hyperparameters, tune, export: exports, name } = options;
  return {
    ...(project === undefined ? {} : { project: idOrName(project) }),
    ...(agent === undefined ? {} : { agent: idOrName(agent) }),
    ...(model === undefined ? {} : { model }),
    ...(classes === undefined ? {} : { classes }),
    ...(split === undefined ? {} : { split: splitOf(split) }),
    ...(hyperparameters === undefined ? {} : { hyperparameters: await textOf(hyperparameters, cwd) }),
    ...(tune === undefined ? {} : { tune: Object.fromEntries(tune.map(setting)) }),
    ...(exports === undefined ? {} : { exports }),
    ...(name === undefined ? {} : { experimentName: name }),
    ...(options.benchmark === false ? { benchmark: false } : {}),
    ...(options.speedtest === true ? { speedtest: true } : {}),
    ...(options.rehearse === true ? { task: { rehearse: true } } : {}),
    ...(options.autostart === false ? { autostart: false } : {}),
  };
}

const idOrName = (said: string) => (/^\d+$/.test(said) ? Number(said) : said);

function textOf(file: string, cwd: string): Promise<string> {
  return readFile(resolve(cwd, file), "utf8").catch((cause: unknown) => {
    throw new TrainyardError("INPUT_INVALID", `--hyperparameters: ${file} cannot be read.`, {
      hint: "Check the path.",
      cause,
    });
  });
}

/** `epochs=50`: a value as JSON where it is some, else as text. */
function setting(said: string): readonly [string, unknown] {
  const at = said.indexOf("=");
  if (at < 1)
    throw new TrainyardError("INPUT_INVALID", `--tune ${said}: expected NAME=VALUE.`, {
      hint: "Write e.g. epochs=50.",
    });
  const text = said.slice(at + 1);
  try {
    return [said.slice(0, at), JSON.parse(text)];
  } catch {
    return [said.slice(0, at), text];
  }
}

/** `random:70`, `tags:train/val`, `datasets:1,2/3`, `collections:7/8`. */
function splitOf(said: string): unknown {
  const [, how = "", of = ""] = /^(\w+)(?::(.*))?$/s.exec(said) ?? [];
  const [first = "", second = ""] = of.split("/");
  const ids = (text: string) => text.split(",").map(Number);
  if (how === "random") return random(of === "" ? 80 : Number(of));
  if (second !== "") {
    if (how === "tags") return tags(first, second);
    if (how === "datasets") return datasets(ids(first), ids(second));
    if (how === "collections") return collections(ids(first), ids(second));
  }
  throw new TrainyardError("INPUT_INVALID", `--split ${said}: this is no split.`, {
    hint: "Write random:80, tags:train/val, datasets:1,2/3 or collections:7/8.",
  });
}
