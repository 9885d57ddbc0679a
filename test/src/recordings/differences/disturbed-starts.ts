import type { Difference, Ending } from "../difference.ts";
import { refused } from "../difference.ts";
import type { Recording } from "../recording.ts";
import { recordings } from "../recording.ts";

/** Starts that never come to an answer: how they end cannot be told from the faults of the start call. */
const outages: Readonly<Record<string, Ending>> = {
  "retry-outage-503-everything": refused("INSTANCE_FAILED", "teams.list", "503"),
  "retry-env-variables": refused("INSTANCE_FAILED", "tasks.run.app", "503"),
  "retry-env-variables-retry-count-none": refused("INSTANCE_FAILED", "tasks.run.app", "503"),
};

/** A start that the server acted on is adopted, whatever it answered; otherwise it is sent again. */
function endOf({ name, faults = [], input }: Recording): Ending {
  const start = faults.filter((fault) => fault.method === "tasks.run.app");
  const like = input.method === "run" ? "plain-with-agent" : "finetune-ok-agent";
  if (start.some((fault) => fault.process === true)) return { ends: "adopted", like };
  return outages[name] ?? { ends: "sent again", like };
}

/** Starts whose answer is lost, delayed or refused. */
export const disturbedStarts: readonly Difference[] = [
  {
    chapter: "The start",
    title: "A disturbed start ends in one task, or in none",
    why: "The SDK sends the start again after every failure that may pass, so that each lost answer is one more task on the GPU; after one that may not, it raises although the task may be there. Here a start carries a key in its task's description, by which a task is found again before anything is sent twice.",
    ends: Object.fromEntries(
      recordings
        .filter(({ expect, name }) => expect === "no-duplicate" || name === "run-app-no-json")
        .map((recording) => [recording.name, endOf(recording)]),
    ),
  },
];
