import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as v from "valibot";
import type { AppConfig } from "./app-config.ts";

/** Reads which modules the app's first file imports, and says which of them are nowhere, without running any of it. */
const script = `
import ast, importlib.util, json, sys
path, needed, extra = sys.argv[1], sys.argv[2], sys.argv[3:]
sys.path[:0] = extra
names = set(json.loads(needed))
for node in ast.walk(ast.parse(open(path, encoding="utf-8").read(), path)):
    if isinstance(node, ast.Import):
        names.update(alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        names.add(node.module.split(".")[0])
print(json.dumps(sorted(name for name in names if name not in sys.builtin_module_names and importlib.util.find_spec(name) is None)))
`;

/**
 * Finds before any task that an app cannot start: no such interpreter, no entry file, or a module that it imports is missing.
 *
 * @throws Error naming what is missing, and how to mend it.
 */
export function checkInterpreter(interpreter: string, root: string, config: AppConfig): void {
  const folder = appFolder(root, config.entrypoint);
  const file = entryFile(folder, config.entrypoint);
  if (file === undefined || !existsSync(file))
    throw new Error(
      `The entrypoint of ${config.name} names a file that is not there: ${file ?? config.entrypoint.join(" ")}.`,
    );
  const ran = spawnSync(
    interpreter,
    ["-c", script, file, JSON.stringify(runners(config.entrypoint)), root, folder],
    {
      encoding: "utf8",
      timeout: 60_000,
      env: { ...process.env, PYTHONPATH: [root, folder].join(delimiter) },
    },
  );
  if (ran.error !== undefined)
    throw new Error(
      `The interpreter ${interpreter} cannot be run (${ran.error.message}). Name the one that has the app's packages: --python PATH.`,
    );
  if (ran.status !== 0)
    throw new Error(
      `The interpreter ${interpreter} cannot read ${file}: ${ran.stderr.trim().split("\n").at(-1)}`,
    );
  const missing = v.parse(v.pipe(v.string(), v.parseJson(), v.array(v.string())), ran.stdout);
  if (missing.length > 0)
    throw new Error(
      `The interpreter ${interpreter} lacks modules that ${config.name} imports: ${missing.join(", ")}. Install the app's requirements there, or name another interpreter: --python PATH.`,
    );
}

/** `python -m uvicorn` needs uvicorn. */
function runners(entrypoint: readonly string[]): readonly string[] {
  const at = entrypoint.indexOf("-m");
  return at < 0 ? [] : entrypoint.slice(at + 1, at + 2);
}

function appFolder(root: string, entrypoint: readonly string[]): string {
  const at = entrypoint.indexOf("--app-dir");
  return join(root, (at >= 0 ? entrypoint[at + 1] : undefined) ?? ".");
}

/** `uvicorn main:app` names `main.py` in the app's folder; `python src/main.py` the file itself. */
function entryFile(folder: string, entrypoint: readonly string[]): string | undefined {
  const script = entrypoint.find((word) => word.endsWith(".py"));
  if (script !== undefined) return join(folder, script);
  const target = entrypoint.find((word) => /^[\w.]+:[\w.]+$/.test(word));
  const module = target?.split(":")[0];
  return module === undefined ? undefined : join(folder, `${module.replaceAll(".", "/")}.py`);
}
