/** The part of a training that its app is at. */
export type Stage = "preparing" | "training" | "finalizing";

/** How the app itself says that it failed, and whether it ends by itself after that. */
export interface AppFailure {
  readonly text: string;
  /** After these the app shuts down: only the end of the task tells whether an experiment was left. */
  readonly endsItself: boolean;
}

const preparing =
  /^(Preparing data|Downloading (input data|model files|')|Retrieving data from cache|Converting project to|Applying train\/val splits|Preparing '|Processing splits)/;
const training =
  /^(Training is in progress|Training started for \d|Epoch started|Epochs?\b|Iterations?\b|Steps?$)/;
const finalizing =
  /^(Finalizing|Uploading|Starting Model Benchmark|Running Model Benchmark|Creating evaluation report|Converting (to|GT)|Generating|Validating experiment|Training completed)/;

/**
 * The stage that a text of the app tells of; undefined for any other text.
 *
 * Source: platform facts, the texts of `/train_status` and of progress records; newer SDKs put "Status: " before them.
 */
export function stageOf(text: string): Stage | undefined {
  const bare = text.replace(/^Status:\s*/, "");
  if (training.test(bare)) return "training";
  if (preparing.test(bare)) return "preparing";
  if (finalizing.test(bare)) return "finalizing";
  return undefined;
}

/** The sentences that an app writes into its log as plain lines. Only whole ones count: an app may log anything. */
const lines =
  /^(Preparing data for training|Training is in progress|Finalizing and (preparing|uploading) training artifacts)\.\.\.$|^Training completed$|^Training started for \d+ (epochs|iterations)|^Epoch started\. Total steps: \d+/;

/** The stage that a plain log line tells of. */
export function stageOfLine(message: string): Stage | undefined {
  return lines.test(message) ? stageOf(message) : undefined;
}

/**
 * Reads a failure out of a text of `/train_status` or of an error record of the log, which adds the exception.
 *
 * Source: platform fact, the template's own error texts; a division by zero has a text of its own.
 */
export function failureIn(text: string): AppFailure | undefined {
  const bare = text.replace(/^Status:\s*/, "");
  if (!/^(Error occurred\b|'ZeroDivisionError' occurred)/.test(bare)) return undefined;
  return {
    text: bare.replace(/\.? Please check the logs for more details\.: /, ": "),
    endsItself: /^Error occurred during (training initialization|finalizing)/.test(bare),
  };
}

/** "(Epoch 3/100)" in a text of `/train_status`. */
export function epochIn(text: string): { current: number; total: number } | undefined {
  const match = /\((?:Epoch|Iteration)s? (\d+)\/(\d+)\)/i.exec(text);
  return match === null ? undefined : { current: Number(match[1]), total: Number(match[2]) };
}

/** The step that did not hold, as the app logs it. */
export function failedStepIn(message: string): string | undefined {
  return /^Step '.+' \d+\/\d+ failed to validate/.test(message) ? message : undefined;
}
