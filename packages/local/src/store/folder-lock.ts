import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Holds a folder for one instance, so that two never give the same ids. Gives the way to release it. */
export function lockFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, "instance.lock");
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (!(typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST"))
      throw error;
    const holder = Number(readFileSync(path, "utf8"));
    if (holder === process.pid || isRunning(holder))
      throw new Error(
        `${dir} is in use by process ${holder}. Stop that instance, or give this one another folder; if no instance runs, remove ${path}.`,
      );
    // The holder died without releasing it.
    writeFileSync(path, String(process.pid));
  }
  return () => rmSync(path, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return typeof error === "object" && error !== null && "code" in error && error.code === "EPERM";
  }
}
