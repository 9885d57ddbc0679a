import type { ProblemEntry } from "../problem-entry.ts";

/** Codes of problems that the description itself shows, without any look at data. */
export type SettingProblem =
  | "SPEEDTEST_WITHOUT_BENCHMARK"
  | "SPLIT_PERCENT"
  | "SPLIT_SIDE_MISSING"
  | "SPLIT_OVERLAPS"
  | "SPLIT_LOPSIDED"
  | "SPLIT_REPEATS"
  | "NAME_EMPTY"
  | "NAME_HAS_SLASH"
  | "RETYPED_ON_THE_WAY"
  | "LOCKED"
  | "LOCK_UNKNOWN"
  | "RULE_BROKEN"
  | "HYPERPARAMETERS_EMPTY"
  | "HYPERPARAMETERS_TOO_LONG"
  | "HYPERPARAMETERS_NOT_YAML"
  | "HYPERPARAMETERS_NOT_MAPPING";

/** What is wrong with the settings themselves. */
export const settingProblems: Readonly<Record<SettingProblem, ProblemEntry>> = {
  SPEEDTEST_WITHOUT_BENCHMARK: {
    severity: "error",
    text: "The speed test is part of the model benchmark, which is off.",
    why: "Specification: the speed test can be enabled only if the benchmark is. The app would switch it off without a word.",
    mend: "Turn the benchmark on, or the speed test off.",
    example: ".benchmark(false).speedtest()",
    judgement: false,
  },
  SPLIT_PERCENT: {
    severity: "error",
    text: "A random split takes a whole percent from 1 to 99.",
    why: "The app refuses other values while it loads its state, after the task has taken its GPU.",
    mend: "Give a whole number from 1 to 99.",
    example: '.pipe((chain) => ({ ...chain.spec(), split: { by: "random", percent: 120, side: "train" } }))',
    judgement: false,
  },
  SPLIT_SIDE_MISSING: {
    severity: "error",
    text: "A split by datasets or collections needs at least one on each side.",
    why: "The app's split step fails, and the task then sits idle on its GPU.",
    mend: "Name at least one for train and one for val.",
    example: '.pipe((chain) => ({ ...chain.spec(), split: { by: "datasets", train: [11], val: [] } }))',
    judgement: false,
  },
  SPLIT_OVERLAPS: {
    severity: "error",
    text: "The same images are on both sides, so validation would measure what was trained on.",
    why: "The app only warns of equal sides, and does not look for partial overlaps.",
    mend: "Put each dataset, collection or tag on one side only.",
    example: ".split(datasets([11, 12], [12]))",
    judgement: true,
  },
  SPLIT_LOPSIDED: {
    severity: "warning",
    text: "More images go to validation than to training.",
    why: "Mostly a slip: the percent belongs to the side that is named with it.",
    mend: 'Check the side: random(80) sends 80 % to train, random(20, "val") does the same.',
    example: ".split(random(20))",
    judgement: true,
  },
  SPLIT_REPEATS: {
    severity: "warning",
    text: "A dataset or collection is named twice on one side.",
    why: "The app takes it once; a name said twice is mostly a slip for another.",
    mend: "Name each once.",
    example: ".split(datasets([11, 11], [12]))",
    judgement: true,
  },
  NAME_EMPTY: {
    severity: "error",
    text: "The experiment's name is empty.",
    why: "The app looks at the name only when the training starts, and refuses an empty one.",
    mend: "Leave it out for the default name.",
    example: '.experiment("")',
    judgement: false,
  },
  NAME_HAS_SLASH: {
    severity: "error",
    text: "The experiment's name holds a slash.",
    why: "The app refuses slashes when the training starts, after the task has taken its GPU.",
    mend: "Use another character.",
    example: '.experiment("night/1")',
    judgement: false,
  },
  RETYPED_ON_THE_WAY: {
    severity: "warning",
    text: "A text does not reach the training app as it is.",
    why: "The platform hands the state over as variables of the environment, and the app guesses their types: 12345 becomes a number, [v2] x ends the app. It is an error where the app cannot even begin.",
    mend: "Begin the text with a letter.",
    example: '.experiment("12345")',
    judgement: true,
  },
  HYPERPARAMETERS_EMPTY: {
    severity: "error",
    text: "The hyperparameters text is empty.",
    why: "The text replaces the app's whole file, so the app would train without any hyperparameters.",
    mend: "Leave it out for the app's defaults.",
    example: '.hyperparameters("")',
    judgement: false,
  },
  HYPERPARAMETERS_TOO_LONG: {
    severity: "error",
    text: "The hyperparameters text is far longer than any settings are.",
    why: "Texts above a bound are not parsed here; the platform moves the state through environment variables.",
    mend: "Send the settings only.",
    example: '.hyperparameters("# much\\n".repeat(100_000))',
    judgement: false,
  },
  HYPERPARAMETERS_NOT_YAML: {
    severity: "error",
    text: "The hyperparameters text is not YAML.",
    why: "The app does not look at the text before the training reads it, and fails then.",
    mend: "Mend the line that the message names.",
    example: '.hyperparameters("epochs: [1, 2")',
    judgement: false,
  },
  HYPERPARAMETERS_NOT_MAPPING: {
    severity: "error",
    text: "The hyperparameters text is not a YAML mapping.",
    why: "Training apps read keys and values; a list or a sentence fails inside the training.",
    mend: 'Write lines such as "epochs: 50".',
    example: '.hyperparameters("epochs")',
    judgement: false,
  },
  LOCKED: {
    severity: "error",
    text: "A preset in use locks this value, and something said later changes it.",
    why: "A team locks what must be the same in all its trainings, so that their results can be compared.",
    mend: "Leave the value as it is, or use another preset.",
    example:
      '.use(definePreset({ id: "acme/line", about: "…", spec: { benchmark: true }, lock: ["benchmark"] })).benchmark(false)',
    judgement: false,
  },
  LOCK_UNKNOWN: {
    severity: "error",
    text: "A preset locks a setting or a hyperparameter that there is not.",
    why: "A mistyped lock protects nothing, and nobody would notice.",
    mend: "Write the lock as the setting is written, e.g. split or tune.epochs.",
    example: '.use(definePreset({ id: "acme/line", about: "…", spec: {}, lock: ["tune.epocs"] }))',
    judgement: false,
  },
  RULE_BROKEN: {
    severity: "error",
    text: "A preset in use does not allow this.",
    why: "A team says in its presets which agents, frameworks, splits and lengths its trainings may have.",
    mend: "Choose what the preset allows, or use another one.",
    example: '.use(definePreset({ id: "acme/line", about: "…", spec: {}, rules: { agents: [12] } })).on(13)',
    judgement: false,
  },
};
