/** What a code means for every error that carries it. */
export interface CodeEntry {
  /** What went wrong, in one sentence. */
  readonly text: string;
  /** How to mend it, in one sentence. */
  readonly hint: string;
  /** Whether the same call may be made again: never, freely, or only after looking whether it took effect. */
  readonly retryable: "no" | "safe" | "ambiguous";
}

/** The one table of error codes. A code is stable: programs may branch on it; each has a page in docs/errors. */
export const errorCodes: Readonly<Record<ErrorCode, CodeEntry>> = {
  INPUT_INVALID: {
    text: "An argument has the wrong form.",
    hint: "Give it in the form that the message names.",
    retryable: "no",
  },
  PRESET_UNKNOWN: {
    text: "There is no preset of this name.",
    hint: "Take a name that listPresets() gives, or hand over a preset of your own.",
    retryable: "no",
  },
  STEP_MISSING: {
    text: "The chain lacks a step that a training needs.",
    hint: "Add the call that the message names.",
    retryable: "no",
  },
  SPEC_INVALID: {
    text: "The training as described cannot be started.",
    hint: "Mend each problem listed; check() finds the offline ones without an instance.",
    retryable: "no",
  },
  ENV_INVALID: {
    text: "The environment does not say which instance to use, or says it wrongly.",
    hint: "Set SERVER_ADDRESS and API_TOKEN, or put them in ~/supervisely.env.",
    retryable: "no",
  },
  ADDRESS_INVALID: {
    text: "The instance address cannot be used.",
    hint: "Use https://HOST, or http:// only for this machine.",
    retryable: "no",
  },
  UNAUTHORIZED: {
    text: "The instance did not accept the API token.",
    hint: "Copy the token again from your account settings; it may have been revoked.",
    retryable: "no",
  },
  FORBIDDEN: {
    text: "The API token may not do this.",
    hint: "Ask for access to the team, or use a token of someone who has it.",
    retryable: "no",
  },
  NOT_FOUND: {
    text: "The instance has no such thing.",
    hint: "Check the id and that the token's user can see it.",
    retryable: "no",
  },
  REQUEST_REJECTED: {
    text: "The instance refused the request.",
    hint: "Read the reason it gave; the same request will be refused again.",
    retryable: "no",
  },
  INSTANCE_UNREACHABLE: {
    text: "The instance could not be reached.",
    hint: "Check the address and the network, then try again.",
    retryable: "safe",
  },
  INSTANCE_FAILED: {
    text: "The instance answered with a failure.",
    hint: "Try again later; if it stays, its operator must look.",
    retryable: "safe",
  },
  ANSWER_UNEXPECTED: {
    text: "The instance answered in a form that is not the platform's.",
    hint: "Check that the address is a Supervisely instance and how old it is.",
    retryable: "no",
  },
  PROJECT_NOT_FOUND: {
    text: "The project does not exist or is not visible to this token.",
    hint: "Check the project id; the token's user must be in the project's team.",
    retryable: "no",
  },
  CHECKPOINT_NOT_FOUND: {
    text: "The checkpoint is not in Team Files.",
    hint: "Copy the path from Team Files; it starts with /experiments/ and ends in .pt or .pth.",
    retryable: "no",
  },
  CHECKPOINT_AMBIGUOUS: {
    text: "Several teams have a checkpoint at this path.",
    hint: "Say which team: connect({ teamId }) or TEAM_ID.",
    retryable: "no",
  },
  CHECKPOINT_UNUSABLE: {
    text: "This file is not a checkpoint that a training can start from.",
    hint: "Use a .pt or .pth file of an experiment's checkpoints folder.",
    retryable: "no",
  },
  EXPERIMENT_NOT_FOUND: {
    text: "The task has no experiment.",
    hint: "Use the task id of a training that finished.",
    retryable: "no",
  },
  TRAIN_APP_NOT_FOUND: {
    text: "The instance has no training app for this framework.",
    hint: "Check the framework's spelling, or have its training app added to the instance.",
    retryable: "no",
  },
  AGENT_NOT_FOUND: {
    text: "No agent can take this training.",
    hint: "Start an agent with a GPU in the team, or name one with .on(agent).",
    retryable: "no",
  },
  PRESET_INVALID: {
    text: "A preset, or a file of presets, is wrong.",
    hint: "Mend the place that the message names.",
    retryable: "no",
  },
  PRESET_CHANGED: {
    text: "A preset has other content than its version had before.",
    hint: "Give changed content a new version.",
    retryable: "no",
  },
  PLAN_STALE: {
    text: "What the plan was made from has changed, so its start would be another one.",
    hint: "Make the plan again and look at what differs.",
    retryable: "no",
  },
  START_AMBIGUOUS: {
    text: "The instance did not say whether it created the task, and looking for it did not settle it.",
    hint: "Call start({ key }) again with the same key once the instance answers: it adopts the task if there is one.",
    retryable: "ambiguous",
  },
  KEY_REUSED: {
    text: "The run key belongs to a start with other settings.",
    hint: "Give this training a key of its own, or attach to the run that has the key.",
    retryable: "no",
  },
  KEY_SPENT: {
    text: "The run of this key failed or was stopped.",
    hint: "Start anew under a further key, or attach to the run that has the key.",
    retryable: "no",
  },
  START_ABORTED: {
    text: "The start was cancelled after its request had been sent.",
    hint: "Call start({ key }) again with the same key: it adopts the task if there is one.",
    retryable: "ambiguous",
  },
  TASK_FAILED: {
    text: "The training failed.",
    hint: "The last log lines say why; run.logs() has the rest.",
    retryable: "no",
  },
  TASK_STOPPED: {
    text: "The training was stopped before it finished.",
    hint: "Start it again if that was not meant.",
    retryable: "no",
  },
  TASK_IDLE: {
    text: "The training app accepted the settings but trains nothing.",
    hint: "Open the app and look at the step that failed to validate.",
    retryable: "no",
  },
  EXPERIMENT_MISSING: {
    text: "The task finished without an experiment, so nothing was trained.",
    hint: "Read the task's log: the app ended before it uploaded anything.",
    retryable: "no",
  },
  TRAINED_OTHERWISE: {
    text: "The training app trained something else than it was asked to.",
    hint: "Its experiment is in the facts and on the instance; start again, or keep it if it will do.",
    retryable: "no",
  },
  AGENT_LOST: {
    text: "The task's agent is gone, so nobody knows how the training goes.",
    hint: "Bring the agent back and attach(ref) again, or start the training on another agent.",
    retryable: "safe",
  },
  TASK_STATUS_UNKNOWN: {
    text: "The platform gave the task a status that this version does not know.",
    hint: "Look at the task's page; attach(ref) later, or update Trainyard.",
    retryable: "safe",
  },
  STOP_REFUSED: {
    text: "The platform refused to stop the task.",
    hint: "Read the reason it gave; the task's page has a stop button as well.",
    retryable: "no",
  },
  NOTIFY_FAILED: {
    text: "The end of a training could not be posted.",
    hint: "Look whether the address takes posts; the training itself is not touched.",
    retryable: "safe",
  },
  WAIT_DETACHED: {
    text: "The watching was ended; the training goes on.",
    hint: "attach(ref) follows it again, from any process.",
    retryable: "safe",
  },
  WAIT_TIMEOUT: {
    text: "The wait is over; the training goes on.",
    hint: "Wait longer, or attach(ref) later from any process.",
    retryable: "safe",
  },
  WAIT_STALLED: {
    text: "Nothing was heard of the training for too long; it was not stopped.",
    hint: "Look at its agent; attach(ref) later, or stop() it.",
    retryable: "safe",
  },
};

/** The code of a {@link TrainyardError}. */
export type ErrorCode =
  | "INPUT_INVALID"
  | "PRESET_UNKNOWN"
  | "STEP_MISSING"
  | "SPEC_INVALID"
  | "ENV_INVALID"
  | "ADDRESS_INVALID"
  | "UNAUTHORIZED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "REQUEST_REJECTED"
  | "INSTANCE_UNREACHABLE"
  | "INSTANCE_FAILED"
  | "ANSWER_UNEXPECTED"
  | "PROJECT_NOT_FOUND"
  | "CHECKPOINT_NOT_FOUND"
  | "CHECKPOINT_AMBIGUOUS"
  | "CHECKPOINT_UNUSABLE"
  | "EXPERIMENT_NOT_FOUND"
  | "TRAIN_APP_NOT_FOUND"
  | "AGENT_NOT_FOUND"
  | "PRESET_INVALID"
  | "PRESET_CHANGED"
  | "PLAN_STALE"
  | "START_AMBIGUOUS"
  | "KEY_REUSED"
  | "KEY_SPENT"
  | "START_ABORTED"
  | "TASK_FAILED"
  | "TASK_STOPPED"
  | "TASK_IDLE"
  | "EXPERIMENT_MISSING"
  | "TRAINED_OTHERWISE"
  | "AGENT_LOST"
  | "TASK_STATUS_UNKNOWN"
  | "STOP_REFUSED"
  | "NOTIFY_FAILED"
  | "WAIT_DETACHED"
  | "WAIT_TIMEOUT"
  | "WAIT_STALLED";
