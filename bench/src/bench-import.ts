import { parseArgs } from "node:util";
import { dependencies, entries, pythonSdk } from "./imports/programs.ts";
import { timeImports } from "./imports/time-import.ts";

const help = `Times what an import of each built entry costs, beside its dependencies alone and the platform's own SDK.

  pnpm bench:import [--rounds 15]          TRAINYARD_PYTHON=python   names a Python that has supervisely

It ends with 1 if @trainyard/builder takes more than twice what its dependencies take.`;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    help: { type: "boolean", short: "h", default: false },
  },
});

function main(): number {
  if (values.help) {
    console.log(help);
    return 0;
  }
  const python = process.env.TRAINYARD_PYTHON;
  const times = timeImports(
    [dependencies(), ...entries(), ...(python === undefined ? [] : [pythonSdk(python)])],
    Number(values.rounds),
  );
  const base = times[0]?.milliseconds ?? 1;
  console.log(`${"".padEnd(34)}      ms   ratio      MB`);
  for (const { what, milliseconds, megabytes } of times)
    console.log(
      `${what.padEnd(34)}${milliseconds.toFixed(1).padStart(8)}${(milliseconds / base).toFixed(2).padStart(8)}${megabytes.toFixed(1).padStart(8)}`,
    );
  const chain = times.find(({ what }) => what === "@trainyard/builder")?.milliseconds ?? 0;
  if (chain <= 2 * base) return 0;
  console.log("✗ @trainyard/builder takes more than twice what its dependencies take.");
  return 1;
}

process.exitCode = main();
