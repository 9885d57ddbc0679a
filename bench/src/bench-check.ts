import { parseArgs } from "node:util";
import { measure } from "./check/measure.ts";
import {
  checkFullChain,
  describeFullChain,
  readTexts,
  readTextsWithYaml,
  tuneTexts,
  tuneTextsWithYaml,
} from "./check/works.ts";

const help = `Times what needs no instance: check() of a chain with every step, and the default hyperparameters of all
frameworks read and tuned, beside the yaml package in the same run.

  pnpm bench:check [--calls 1000]

It ends with 1 if check() takes 1 ms or more, by the median of its warm calls.`;

/** Milliseconds that a warm check() of a full chain must stay under. */
const bound = 1;

const { values } = parseArgs({
  options: {
    calls: { type: "string", default: "1000" },
    help: { type: "boolean", short: "h", default: false },
  },
});

function main(): number {
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (!/^[1-9]\d{0,6}$/.test(values.calls))
    throw new Error(`--calls: expected a whole number above 0, not ${JSON.stringify(values.calls)}.`);
  const calls = Number(values.calls);
  const check = "check() of a full chain";
  const times = measure({ [check]: checkFullChain }, calls);
  const described = measure({ "the chain described": describeFullChain }, calls);
  const read = measure({ "read all defaults": readTexts, "  with yaml": readTextsWithYaml }, calls);
  const tuned = measure({ "tune all defaults": tuneTexts, "  with yaml": tuneTextsWithYaml }, calls);
  const rows = [...times, ...described, ...read, ...tuned].map(([name, { first, median, p95 }]) => {
    const figures = [first, median, p95].map((ms) => ms.toFixed(3).padStart(9));
    return [name.padEnd(26), ...figures].join(" ");
  });
  const heads = ["first", "median", "p95"].map((head) => head.padStart(9));
  console.log([["ms".padEnd(26), ...heads].join(" "), ...rows].join("\n"));
  const median = times.get(check)?.median ?? Number.NaN;
  const isHeld = median < bound;
  console.log(
    `\ncheck(), warm: ${median.toFixed(3)} ms; the bound is ${bound} ms: ${isHeld ? "held" : "BROKEN"}. ${calls} calls, Node ${process.version}.`,
  );
  return isHeld ? 0 : 1;
}

process.exitCode = main();
