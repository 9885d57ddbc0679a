import { writePyYaml } from "@trainyard/core/hyperparameters";
import type { Framework } from "@trainyard/presets";

/** How a rehearsal trains. */
export interface Schedule {
  /** Units of the framework's own length (epochs or iterations) that were asked for. */
  readonly asked: number;
  /** Units that are rehearsed. */
  readonly length: number;
  readonly epochs: number;
  /** Units that an epoch counts for: 1, or its steps. */
  readonly perEpoch: number;
  /** Steps after which training ends, where the length is counted in steps. */
  readonly steps?: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly seed: number;
}

/** A rehearsal ends within seconds: it trains as many epochs as were asked for, but no more than this. */
const maxEpochs = 25;
/** Small sets need small batches to take enough steps in few epochs. */
const maxBatch = 4;
const usualRate = 0.004;

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads how to rehearse from a framework's hyperparameters, whatever it calls them. The learning rate is the small
 * network's own, changed in the proportion in which the framework's was changed, within a factor of ten.
 *
 * @throws Error when a length or a batch is not a number that can be trained, or the rate is a text.
 */
export function readSchedule(framework: Framework, values: Values, images: number): Schedule {
  const { keys, length: asks } = framework;
  const asked = positive(valueAt(values, asks.path), asks.path);
  const batchSize = Math.min(batchOf(framework, values), maxBatch);
  const perEpoch = asks.unit === "iterations" ? Math.max(1, Math.ceil(images / batchSize)) : 1;
  const length = Math.min(asked, maxEpochs * perEpoch);
  const seed = valueAt(values, keys.seed ?? "");
  return {
    asked,
    length,
    epochs: Math.ceil(length / perEpoch),
    perEpoch,
    ...(asks.unit === "iterations" ? { steps: length } : {}),
    batchSize,
    learningRate: usualRate * rateFactor(framework, values),
    seed: typeof seed === "number" ? seed : 0,
  };
}

/** Some frameworks choose a batch themselves when told -1 or a fraction. */
function batchOf({ keys, hyperparameters }: Framework, values: Values): number {
  const value = valueAt(values, keys.batch);
  const min = hyperparameters.find(({ path }) => path === keys.batch)?.min ?? 1;
  if (typeof value === "number" && value !== 0 && value < 1 && value >= min) return maxBatch;
  return positive(value, keys.batch);
}

function rateFactor({ keys, hyperparameters, rules = [] }: Framework, values: Values): number {
  const path = keys.learningRate;
  if (path === undefined) return 1;
  const idle = rules.some(
    (rule) => rule.kind === "no-effect" && rule.keys.includes(path) && valueAt(values, rule.path) === rule.is,
  );
  const known = hyperparameters.find((item) => item.path === path);
  const value = valueAt(values, path);
  if (typeof value === "string" && known?.kinds.includes("str") !== true)
    throw new Error(noNumber(path, value));
  const factor = Number(value) / Number(known?.default);
  return idle || !Number.isFinite(factor) ? 1 : Math.min(10, Math.max(0.1, factor));
}

/** Frameworks compute with the rate as it was read, and fail on a text. */
function noNumber(path: string, value: string): string {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  const mend = Number.isFinite(number) ? ` Write ${writePyYaml(number).trim()}.` : "";
  return `The hyperparameter ${path} must be a number; to PyYAML it is the text ${JSON.stringify(value)}.${mend}`;
}

/** A hyperparameter that a text leaves out, with the value that stands in the app's own file. */
export interface FilledIn {
  readonly path: string;
  readonly value: unknown;
}

/** Fills in what a text leaves out and the rehearsal needs, as trainers do: with the app's own defaults. */
export function withDefaults(
  { keys, length, hyperparameters }: Framework,
  values: Values,
): { readonly values: Values; readonly filledIn: readonly FilledIn[] } {
  const needed = new Set([length.path, keys.batch]);
  const filledIn = hyperparameters.flatMap(({ path, default: value }) =>
    needed.has(path) && value !== undefined && valueAt(values, path) === undefined ? [{ path, value }] : [],
  );
  return {
    values: filledIn.reduce((all, { path, value }) => withValue(all, path.split("."), value), values),
    filledIn,
  };
}

function withValue(values: Values, [key = "", ...rest]: readonly string[], value: unknown): Values {
  if (rest.length === 0) return { ...values, [key]: value };
  const inner = values[key];
  const under = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? inner : {};
  return { ...values, [key]: withValue({ ...under }, rest, value) };
}

function valueAt(values: Values, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      values,
    );
}

function positive(value: unknown, key: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  throw new Error(`The hyperparameter ${key} must be a whole number above 0, not ${JSON.stringify(value)}.`);
}
