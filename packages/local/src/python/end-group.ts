import { readdirSync, readFileSync } from "node:fs";

/** Sends a signal to a whole process group; one that has ended is no mistake. */
export function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  signalTo(-leader, signal);
}

/**
 * Ends what still works in a task's folder, wherever it has moved itself, and gives how many there were: the folder stands
 * in its environment. Where the system does not show environments (all but Linux) there are none to be found.
 */
export function endOrphans(workFolder: string): number {
  const mark = `SLY_APP_DATA_DIR=${workFolder}`;
  const found = processIds().filter((id) => id !== process.pid && environmentOf(id).includes(mark));
  for (const id of found) signalTo(id, "SIGKILL");
  return found.length;
}

function processIds(): readonly number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function environmentOf(id: number): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, "utf8").split("\0");
  } catch {
    return [];
  }
}

function signalTo(id: number, signal: NodeJS.Signals): void {
  try {
    process.kill(id, signal);
  } catch (error) {
    const gone = typeof error === "object" && error !== null && "code" in error && error.code === "ESRCH";
    if (!gone) throw error;
  }
}
