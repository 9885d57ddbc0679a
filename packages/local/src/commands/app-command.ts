import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pythonApp } from "../ecosystem/python-app.ts";
import { registerApp, registeredApps, unregisterApp } from "../ecosystem/registered-apps.ts";

const help = `trainyard-local app: real training apps of the instance.

  app add DIR      takes in a checkout of a training app (config.json in it or below)
    --python PATH  the interpreter that has its packages (default: DIR/.venv, else python3)
    --env K=V      a variable for its process; may be repeated
  app list         what is registered
  app remove DIR   takes it out again
  --dir DIR        folder of the instance's state (default: ~/.trainyard)

A running instance takes the change at once; tasks that run go on.`;

/** Runs `trainyard-local app …`; gives the exit code. */
export function appCommand(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      dir: { type: "string" },
      python: { type: "string" },
      env: { type: "string", multiple: true },
      help: { type: "boolean" },
    },
  });
  const [verb, folder] = positionals;
  if (values.help === true || verb === undefined) {
    console.log(help);
    return values.help === true ? 0 : 1;
  }
  const state = resolve(values.dir ?? join(homedir(), ".trainyard"));
  if (verb === "list") {
    for (const app of registeredApps(state)) console.log(describe(app));
    return 0;
  }
  if (folder === undefined) throw new Error(`app ${verb} needs the folder of a checkout. See app --help.`);
  const dir = resolve(folder);
  if (verb === "add") {
    const python = values.python === undefined ? {} : { python: values.python };
    const app = { dir, ...python, env: variables(values.env ?? []) };
    const { name, version, framework } = pythonApp(app);
    registerApp(state, app);
    console.log(`Added:     ${name} ${version}, the training app of ${framework}, from ${dir}`);
    return 0;
  }
  if (verb !== "remove") throw new Error(`There is no command app ${verb}. See app --help.`);
  if (!unregisterApp(state, dir)) throw new Error(`No app is registered from ${dir}. See app list.`);
  console.log(`Removed:   ${dir}`);
  return 0;
}

function describe(app: Parameters<typeof pythonApp>[0]): string {
  try {
    const { name, version, framework } = pythonApp(app);
    return `${framework}: ${name} ${version}, from ${app.dir}`;
  } catch (error) {
    return `${app.dir} cannot be used: ${error instanceof Error ? error.message : error}`;
  }
}

function variables(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new Error(`--env ${pair} is not of the form NAME=VALUE.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
