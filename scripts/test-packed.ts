import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatTable } from "./format-table.ts";
import { packPackages } from "./package/pack-packages.ts";
import type { PackedConsumer } from "./packed/consumer.ts";
import { chooseConsumers } from "./packed/consumers.ts";
import { installTools } from "./packed/install-tools.ts";
import type { GateResult } from "./run-gate.ts";

const root = process.cwd();
const work = mkdtempSync(join(tmpdir(), "trainyard-packed-"));
try {
  const chosen = chooseConsumers(process.argv.slice(2));
  const tarballs = await packPackages(root, work);
  const results: GateResult[] = [];
  for (const consumer of chosen) results.push(await tryConsumer(consumer, tarballs));
  const failed = results.filter(({ result }) => result === "FAILED").length;
  console.log(
    `\n${formatTable(results)}\n\nNode ${process.version}: ${results.length - failed} work, ${failed} do not`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.log(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Installs and runs one consumer; those without tools share an installation. */
async function tryConsumer(consumer: PackedConsumer, tarballs: readonly string[]): Promise<GateResult> {
  const started = performance.now();
  console.log(`▶ ${consumer.name}`);
  const problems = await problemsOf(consumer, tarballs).catch((error: unknown) => [String(error)]);
  for (const problem of problems) console.log(`✗ ${problem}`);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  return { gate: consumer.name, result: problems.length === 0 ? "passed" : "FAILED", seconds };
}

async function problemsOf(consumer: PackedConsumer, tarballs: readonly string[]): Promise<readonly string[]> {
  const alone = consumer.tools.length > 0;
  const folder = alone
    ? installTools(work, consumer.name, [...tarballs, ...consumer.tools])
    : installPlain(tarballs);
  const problems = await consumer.run({ folder, root, tarballs });
  if (alone) rmSync(folder, { recursive: true, force: true });
  return problems;
}

/** The installation of the consumers without tools. */
function installPlain(tarballs: readonly string[]): string {
  const folder = join(work, "plain");
  return existsSync(folder) ? folder : installTools(work, "plain", tarballs);
}
