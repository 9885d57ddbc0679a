import { parseArgs } from "node:util";
import cliProgress from "cli-progress";
import { drawCase } from "./faults/draw-case.ts";
import { faultTable } from "./faults/fault-table.ts";
import { startFaultWorld } from "./faults/fault-world.ts";
import { runStarts } from "./faults/run-starts.ts";

const help = `Starts trainings through a network that fails in seeded ways, and counts what became of them.

  pnpm bench:faults [--starts 10000] [--seed 1] [--from 0] [--case NUMBER]

  --starts  how many starts
  --seed    the seed that all is drawn from
  --from    the number of the first
  --case    runs this one only, and prints what it is

It ends with 1 if a task is lost, a duplicate runs on, or a start does not end in time.`;

const { values } = parseArgs({
  options: {
    starts: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    case: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});

async function main(): Promise<number> {
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [starts, seed] = [whole("starts", values.starts), whole("seed", values.seed)];
  const one = values.case === undefined ? undefined : whole("case", values.case);
  const from = whole("from", values.from);
  const numbers = one === undefined ? Array.from({ length: starts }, (_, at) => from + at) : [one];
  if (one !== undefined) console.log(JSON.stringify(drawCase(seed, one), null, 2));

  const bar = new cliProgress.SingleBar({ stream: process.stderr, noTTYOutput: false });
  if (process.stderr.isTTY) bar.start(numbers.length, 0);
  const began = performance.now();
  await using world = await startFaultWorld();
  const reports = await runStarts(world, seed, numbers, (report) => {
    bar.increment();
    if (report.wrong.length > 0)
      console.error(
        `\ncase ${report.number}: ${report.wrong.join(" ")} Again: --seed ${seed} --case ${report.number}`,
      );
  });
  bar.stop();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const wrong = reports.filter((report) => report.wrong.length > 0).length;
  console.log(faultTable(reports));
  console.log(`\n${reports.length} starts, seed ${seed}, ${seconds} s; ${wrong} wrong.`);
  return wrong > 0 ? 1 : 0;
}

function whole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new Error(`--${name}: expected a whole number, not ${JSON.stringify(text)}.`);
  return Number(text);
}

process.exitCode = await main();
