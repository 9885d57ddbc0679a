import type { ProblemEntry } from "../problem-entry.ts";

/** Codes of problems with the model, the training app and the agent. */
export type AppProblem =
  | "FRAMEWORK_UNKNOWN"
  | "MODEL_UNKNOWN"
  | "MODEL_CASE_DIFFERS"
  | "CHECKPOINT_UNKNOWN"
  | "EXPORT_UNSUPPORTED"
  | "EXPORT_OPTION_CRASHES"
  | "APP_LIMITED"
  | "NO_AUTOSTART"
  | "TRAIN_APP_AMBIGUOUS"
  | "FACTS_OUTDATED"
  | "TAGS_SPLIT_UNSUPPORTED"
  | "PROJECT_TYPE_UNSUITABLE"
  | "AGENT_UNKNOWN"
  | "AGENT_NOT_RUNNING"
  | "AGENT_WITHOUT_GPU"
  | "AGENT_MEMORY_LOW";

/** What is wrong with the model, the app or the agent. */
export const appProblems: Readonly<Record<AppProblem, ProblemEntry>> = {
  FRAMEWORK_UNKNOWN: {
    severity: "warning",
    text: "No framework of this name is known here.",
    why: "The instance may have a training app for it all the same; plan() asks it. Framework names are compared letter by letter.",
    mend: "Check the spelling of FRAMEWORK in FRAMEWORK/NAME.",
    example: '.model("FRAMEWROK/MODEL")',
    judgement: true,
  },
  MODEL_UNKNOWN: {
    severity: "error",
    text: "The training app has no model of this name.",
    why: "The app selects nothing for an unknown name, raises nothing, and trains its default model.",
    mend: "Use a name of the app's list.",
    example: '.model("FRAMEWORK/MODLE")',
    judgement: true,
  },
  MODEL_CASE_DIFFERS: {
    severity: "warning",
    text: "The model's name is written in other letters than in the app's list.",
    why: "The app compares model names without regard to case, so the model is found.",
    mend: "Write it as the app does.",
    example: '.model("FRAMEWORK/model")',
    judgement: true,
  },
  CHECKPOINT_UNKNOWN: {
    severity: "error",
    text: "The experiment has no checkpoint of this name.",
    why: "The app accepts only the checkpoints that the experiment lists, and fails while it loads its state.",
    mend: "Name one of the experiment's checkpoints.",
    example: '.model({ taskId: 77, checkpoint: "bets.pt" })',
    judgement: false,
  },
  EXPORT_UNSUPPORTED: {
    severity: "error",
    text: "The app or the model cannot be exported to this format.",
    why: "An app without the format's checkbox crashes on the option; a model without it leaves no export.",
    mend: "Leave the format out.",
    example: '.model("FRAMEWORK/MODEL").export("tensorrt")',
    judgement: false,
  },
  EXPORT_OPTION_CRASHES: {
    severity: "error",
    text: "The app lacks an export that every start must mention, and crashes on it.",
    why: "A start's state always holds options.export; an app without that checkbox raises AttributeError while it loads the state, even when the value is false.",
    mend: "Start this app from its page on the instance.",
    example: '.model("WITHOUT-EXPORTS/MODEL")',
    judgement: true,
  },
  APP_LIMITED: {
    severity: "error",
    text: "This training app cannot be driven from code.",
    why: "The app's code, read for its framework's facts, says so.",
    mend: "Start this app from its page on the instance.",
    example: '.model("OLD-FRAMEWORK/MODEL")',
    judgement: true,
  },
  NO_AUTOSTART: {
    severity: "warning",
    text: "This training does not start by itself: the app opens with its settings filled in and waits.",
    why: "An app starts by itself only if its code says so, and a continued experiment never does.",
    mend: "A person presses Start training on its page; .autostart(false) says that this is meant.",
    example: '.model("FRAMEWORK/MODEL").autostart()',
    judgement: true,
  },
  TRAIN_APP_AMBIGUOUS: {
    severity: "warning",
    text: "Several training apps are there for this framework.",
    why: "The platform's SDK takes the first that the ecosystem lists, which is the oldest; so is it here, since forks share the category.",
    mend: "Check that the app named is the one you mean.",
    example: '.model("FRAMEWORK/MODEL")',
    judgement: true,
  },
  FACTS_OUTDATED: {
    severity: "warning",
    text: "The instance's app is newer than what is known of it here, and its own files could not be read.",
    why: "Models, hyperparameters and formats were checked against an older release.",
    mend: "Update @trainyard/presets, or check the names on the app's page.",
    example: '.model("FRAMEWORK/MODEL")',
    judgement: true,
  },
  TAGS_SPLIT_UNSUPPORTED: {
    severity: "warning",
    text: "The training app is built on an SDK that never accepts a split by tags.",
    why: "Before 6.74.34 (2026-09-03) the app looked for the method under another title than its own page gives it: the step never validates, and the task sits idle on its GPU. Said of the releases whose SDK is known.",
    mend: "Split by collections or datasets, or have the training app updated.",
    example: '.model("FRAMEWORK/MODEL").split(tags("train", "val"))',
    judgement: true,
  },
  PROJECT_TYPE_UNSUITABLE: {
    severity: "error",
    text: "The project is not of the type that the framework trains on.",
    why: "A training app reads one type of project: images, or videos.",
    mend: "Name a project of that type, or another framework.",
    example: ".project(videos.id)",
    judgement: false,
  },
  AGENT_UNKNOWN: {
    severity: "error",
    text: "The agent does not exist, or the project's team cannot use it.",
    why: "The instance was asked for the agent and for all agents of the team, and has it in neither.",
    mend: 'Name another agent, or take .on("auto").',
    example: ".on(4711)",
    judgement: false,
  },
  AGENT_NOT_RUNNING: {
    severity: "error",
    text: "The agent is not running.",
    why: "A task for an agent that is down waits in the queue until somebody starts the agent.",
    mend: 'Start the agent, name another one, or take .on("auto").',
    example: ".on(stopped.id)",
    judgement: true,
  },
  AGENT_WITHOUT_GPU: {
    severity: "error",
    text: "The agent reports no GPU.",
    why: "Training apps ask for a GPU; on such an agent the task fails, or trains on the CPU for days.",
    mend: 'Name an agent with a GPU, or take .on("auto").',
    example: ".on(cpuOnly.id)",
    judgement: true,
  },
  AGENT_MEMORY_LOW: {
    severity: "warning",
    text: "The agent's GPUs have hardly any memory free.",
    why: "The training would share the GPU with what runs there now, and may run out of memory.",
    mend: "Name a freer agent, or wait.",
    example: ".on(busy.id)",
    judgement: true,
  },
};
