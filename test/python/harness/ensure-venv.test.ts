import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ensureVenv } from "./ensure-venv.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trainyard-venv-"));
  writeFileSync(join(dir, "requirements.txt"), "");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const venvWith = (python: string) => () =>
  ensureVenv({ folder: join(dir, "venv"), requirements: join(dir, "requirements.txt"), python });
/** An interpreter that prints a version, and ends with the codes of its first and its second call. */
function interpreter(first: number, second: number): string {
  const path = join(dir, "python");
  writeFileSync(
    path,
    `#!/bin/sh\necho 3.x\ncase "$2" in *version_info*) exit ${first};; *) exit ${second};; esac\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

it("says that Python is missing, and how to name another", () => {
  expect(venvWith(join(dir, "no-python"))).toThrow(
    /does not run\. Install python3, or name its path in the variable PYTHON/,
  );
});

it.skipIf(process.platform === "win32")("says that Python is too old", () => {
  expect(venvWith(interpreter(3, 0))).toThrow(/need Python 3\.9 or newer; .* is 3\.x/);
});

it.skipIf(process.platform === "win32")("says what to install when Python cannot make environments", () => {
  expect(venvWith(interpreter(0, 1))).toThrow(/venv and ensurepip are missing.*apt-get install python3-venv/);
});
