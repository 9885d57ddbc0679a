import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder that is held. */
export interface FolderLock {
  /** Writes down where the holder answers, for commands in other terminals. */
  tell(address: string): void;
  release(): void;
}

/** Holds a folder for one instance, so that two never give the same ids. */
export function lockFolder(dir: string): FolderLock {
  mkdirSync(dir, { recursive: true });
  const path = lockOf(dir);
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
  } catch (error) {
    if (!(typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST"))
      throw error;
    const [holder] = readLock(path);
    if (holder === process.pid || isRunning(holder))
      throw new Error(
        `${dir} is in use by process ${holder}. Stop that instance, or give this one another folder; if no instance runs, remove ${path}.`,
      );
    // The holder died without releasing it.
    writeFileSync(path, String(process.pid));
  }
  return {
    tell: (address) => writeFileSync(path, `${process.pid}\n${address}`),
    release: () => rmSync(path, { force: true }),
  };
}

/** Where the instance that holds a folder answers; undefined when none runs. */
export function addressOf(dir: string): string | undefined {
  const [holder, address] = readLock(lockOf(dir));
  return isRunning(holder) ? address : undefined;
}

const lockOf = (dir: string) => join(dir, "instance.lock");

function readLock(path: string): readonly [holder: number, address: string | undefined] {
  const [holder, address] = existsSync(path) ? readFileSync(path, "utf8").split("\n") : [];
  return [Number(holder), address];
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
