import type { ProblemEntry } from "../problem-entry.ts";

/** Codes of problems with single hyperparameters. */
export type HyperparameterProblem =
  | "HYPERPARAMETERS_MISSING_KEYS"
  | "HYPERPARAMETER_UNKNOWN"
  | "HYPERPARAMETER_OVERWRITTEN"
  | "HYPERPARAMETER_TYPE"
  | "HYPERPARAMETER_CHOICE"
  | "HYPERPARAMETER_RANGE"
  | "HYPERPARAMETER_ABOVE"
  | "HYPERPARAMETER_NO_EFFECT"
  | "HYPERPARAMETERS_TOGETHER"
  | "YAML_SURPRISE";

/** What is wrong with hyperparameters, by what is known of the framework or stands in the app's own file. */
export const hyperparameterProblemEntries: Readonly<Record<HyperparameterProblem, ProblemEntry>> = {
  HYPERPARAMETERS_MISSING_KEYS: {
    severity: "warning",
    text: "The text lacks keys that the app's own file has.",
    why: "The text replaces the app's whole file; nothing is merged. What a missing key then means is the training code's choice.",
    mend: "Use .tune({ … }) to change some values and keep the rest.",
    example: '.hyperparameters("epochs: 5\n")',
    judgement: true,
  },
  HYPERPARAMETER_UNKNOWN: {
    severity: "error",
    text: "The framework is not known to have this hyperparameter.",
    why: "Specification: parameters of the model's makers may be added by hand. It is an error when it is a slip for a known name, and where the makers' trainer refuses names that it does not know.",
    mend: "Check the spelling, or leave it out; the app passes unknown keys on without a word.",
    example: ".tune({ epoch: 5 })",
    judgement: true,
  },
  HYPERPARAMETER_OVERWRITTEN: {
    severity: "warning",
    text: "The training app sets this argument of the trainer itself.",
    why: "Platform fact: the app's main.py lays its own values (task, model, data, device, output folder …) over the hyperparameters.",
    mend: "Leave it out; what the app has a step for is said there, e.g. .model() or .on().",
    judgement: false,
    example: '.tune({ device: "cpu" })',
  },
  HYPERPARAMETER_TYPE: {
    severity: "error",
    text: "The value is of a kind that the hyperparameter does not take.",
    why: "The app checks nothing; a text where a number is asked fails inside the training, or is compared as text.",
    mend: "Give a value of the kind the message names.",
    example: '.tune({ epochs: "five" })',
    judgement: true,
  },
  HYPERPARAMETER_CHOICE: {
    severity: "error",
    text: "The value is none of those the hyperparameter takes.",
    why: "The framework's makers list its values.",
    mend: "Use one of the values listed.",
    example: '.tune({ optimizer: "Adm" })',
    judgement: true,
  },
  HYPERPARAMETER_RANGE: {
    severity: "error",
    text: "The value is outside of what makes sense for the hyperparameter.",
    why: "The framework's makers state the smallest or largest value.",
    mend: "Give a value within the range.",
    example: ".tune({ lr0: -1 })",
    judgement: true,
  },
  HYPERPARAMETER_ABOVE: {
    severity: "error",
    text: "One hyperparameter is above another that bounds it.",
    why: "Some values are counted within others, such as a warm-up within the training's length. It is a warning where the trainer goes on all the same.",
    mend: "Lower the first, or raise the second.",
    example: ".tune({ epochs: 5, warmup_epochs: 20 })",
    judgement: true,
  },
  HYPERPARAMETER_NO_EFFECT: {
    severity: "warning",
    text: "The hyperparameter does nothing while another has this value.",
    why: "The framework ignores some keys depending on others.",
    mend: "Change the other one, or leave this one out.",
    example: ".tune({ lr0: 0.02 })",
    judgement: true,
  },
  HYPERPARAMETERS_TOGETHER: {
    severity: "warning",
    text: "A hyperparameter was changed without those that belong to it.",
    why: "Some frameworks count milestones in the same unit as the training's length, and do not scale them along.",
    mend: "Change the keys that the message names too.",
    example: ".tune({ epoches: 10 })",
    judgement: true,
  },
  YAML_SURPRISE: {
    severity: "warning",
    text: "PyYAML reads a value otherwise than it looks.",
    why: "Training apps read the text as YAML 1.1: 1e-4 is text, on is true, 012 is ten.",
    mend: "Write it as the message says, or use .tune({ … }), which does.",
    example: '.hyperparameters("lr0: 1e-4\n")',
    judgement: true,
  },
};
