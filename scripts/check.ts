import { formatTable } from "./format-table.ts";
import { chooseGates } from "./gates.ts";
import { pnpmCommand } from "./pnpm-command.ts";
import { type GateResult, runGate } from "./run-gate.ts";

// One after another: each gate already uses every core.
const results: GateResult[] = [];
for (const { name, script } of chooseGates(process.argv.slice(2))) {
  results.push(await runGate(name, [...pnpmCommand(), "--silent", "run", script]));
}

const failed = results.filter(({ result }) => result === "FAILED").length;
console.log(`\n${formatTable(results)}\n\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
