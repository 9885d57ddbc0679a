import type { ProblemEntry } from "../problem-entry.ts";

/** Codes of what a start can only see once its task is there. */
export type StartProblem = "START_DUPLICATE_STOPPED" | "START_DUPLICATE_RUNS" | "START_UNCHECKED";

/** What happened while a task was created; it does not undo the start. */
export const startProblems: Readonly<Record<StartProblem, ProblemEntry>> = {
  START_DUPLICATE_STOPPED: {
    severity: "warning",
    text: "A second task of the same start was there, and was stopped.",
    why: "The network, a proxy or another process sent the start twice. Each task carries the start's key; of several the lowest id is kept.",
    mend: "Nothing need be done.",
    example: '.start({ key: "night-2026-11-26" })',
    judgement: false,
    afterCreation: true,
  },
  START_DUPLICATE_RUNS: {
    severity: "warning",
    text: "A second task of the same start is there, and could not be stopped.",
    why: "Both tasks train the same on a GPU each; the instance did not say that the second one ended.",
    mend: "Stop the task that the message names, or call start({ key }) once the instance answers: it does.",
    example: '.start({ key: "night-2026-11-26" })',
    judgement: false,
    afterCreation: true,
  },
  START_UNCHECKED: {
    severity: "warning",
    text: "Whether the task is the only one of its start could not be looked up.",
    why: "The task is there, and the list of the workspace's tasks could not be read, so a second one would not have been seen.",
    mend: "Call start({ key }) once the instance answers: it stops any other.",
    example: '.start({ key: "night-2026-11-26" })',
    judgement: false,
    afterCreation: true,
  },
};
