import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runningInstance } from "./open-instance.ts";

const help = `trainyard-local env: what connects to the instance that runs, the token with it.

  --export   lines for a shell: eval "$(trainyard-local env --export)"
  --dir DIR  folder of its state (default: ~/.trainyard)

Without --export, lines for ~/supervisely.env.`;

/** Runs `trainyard-local env`; gives the exit code. */
export function envCommand(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: { dir: { type: "string" }, export: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    console.log(help);
    return 0;
  }
  const dir = values.dir ?? join(homedir(), ".trainyard");
  const running = runningInstance(dir);
  if (running === undefined)
    throw new Error(`No instance runs over ${dir}. Start one: trainyard-local --dir ${dir}`);
  const prefix = values.export === true ? "export " : "";
  console.log(`${prefix}SERVER_ADDRESS=${running.address}\n${prefix}API_TOKEN=${running.token}`);
  return 0;
}
