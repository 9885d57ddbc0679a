import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a virtual environment is made from. */
export interface VenvOptions {
  /** Where it is; made anew when the requirements or the interpreter change. */
  readonly folder: string;
  /** A requirements file. */
  readonly requirements: string;
  /** The interpreter; default `PYTHON` of the environment, else python3. */
  readonly python?: string;
}

const probe = "import sys; print(sys.version); sys.exit(0 if sys.version_info >= (3, 9) else 3)";

/**
 * A virtual environment with the requirements installed; gives the path of its interpreter.
 *
 * @throws Error that says what is missing.
 */
export function ensureVenv({ folder, requirements, python }: VenvOptions): string {
  const base = python ?? process.env.PYTHON ?? "python3";
  const version = spawnSync(base, ["-c", probe], { encoding: "utf8" });
  if (version.error !== undefined || (version.status !== 0 && version.status !== 3))
    throw new Error(
      `The Python tests need Python 3.9 or newer, and ${base} does not run. Install python3, or name its path in the variable PYTHON.`,
    );
  if (version.status === 3)
    throw new Error(
      `The Python tests need Python 3.9 or newer; ${base} is ${version.stdout.trim()}. Name a newer one in the variable PYTHON.`,
    );
  const interpreter = join(
    folder,
    ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
  );
  const stampFile = join(folder, "made-from.txt");
  const stamp = createHash("sha256").update(version.stdout).update(readFileSync(requirements)).digest("hex");
  if (existsSync(interpreter) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp)
    return interpreter;

  if (spawnSync(base, ["-c", "import venv, ensurepip"]).status !== 0)
    throw new Error(
      `${base} cannot make virtual environments: its modules venv and ensurepip are missing. On Debian and Ubuntu: apt-get install python3-venv`,
    );
  rmSync(folder, { recursive: true, force: true });
  must(base, ["-m", "venv", folder], "make a virtual environment");
  const pip = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--requirement",
    requirements,
  ];
  must(interpreter, pip, `install ${requirements}`);
  writeFileSync(stampFile, stamp);
  return interpreter;
}

function must(program: string, args: readonly string[], what: string): void {
  const { status, error } = spawnSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0)
    throw new Error(`Could not ${what}: ${error?.message ?? `${program} ended with ${status}, see above`}.`);
}
