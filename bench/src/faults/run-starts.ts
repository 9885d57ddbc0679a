import type { CaseReport } from "./case-report.ts";
import { drawCase } from "./draw-case.ts";
import type { FaultWorld } from "./fault-world.ts";
import { runCase } from "./run-case.ts";

/** Cases under way at once. */
const lanes = 8;

/** Runs cases by number, some at a time, and reports each; the order of the reports is that of the numbers. */
export async function runStarts(
  world: FaultWorld,
  seed: number,
  numbers: readonly number[],
  onReport: (report: CaseReport) => void = () => {},
): Promise<readonly CaseReport[]> {
  const waiting = [...numbers];
  const reports: CaseReport[] = [];
  const work = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const report = await runCase(world, drawCase(seed, number));
      reports.push(report);
      onReport(report);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return reports.sort((a, b) => a.number - b.number);
}
