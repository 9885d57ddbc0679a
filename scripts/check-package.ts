import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkApi } from "./api-report/check-api.ts";
import { architectureLaw } from "./architecture-law.ts";
import { checkContents } from "./package/check-contents.ts";
import { checkEntrySizes } from "./package/check-entry-sizes.ts";
import { checkImports } from "./package/check-imports.ts";
import { checkTraining } from "./package/check-training.ts";
import { checkTypes } from "./package/check-types.ts";
import { installConsumer } from "./package/install-consumer.ts";
import { packPackages } from "./package/pack-packages.ts";
import { readPackages } from "./package/package-entries.ts";

const root = process.cwd();
const { scope } = architectureLaw;
const work = mkdtempSync(join(tmpdir(), "trainyard-package-"));
try {
  const problems = await checkPackages();
  for (const problem of problems) console.log(`✗ ${problem}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.log(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Packs, installs and uses every package as a stranger would. */
async function checkPackages(): Promise<readonly string[]> {
  const packages = readPackages(root);
  const entries = packages.flatMap((one) => one.entries);
  const tarballs = await packPackages(root, work);
  const { folder, fromRegistry } = installConsumer(work, tarballs, scope);
  const installed = join(folder, "node_modules", scope);
  const names = entries.reduce((sum, { values, types }) => sum + values.length + types.length, 0);
  console.log(`${tarballs.length} tarballs, ${entries.length} entries, ${names} exported names`);
  return [
    ...fromRegistry.map((path) => `npm took ${path} from a registry instead of the tarball`),
    ...readdirSync(installed).flatMap((name) => checkContents(join(installed, name))),
    ...checkApi(root, folder, packages, process.argv.includes("--update")),
    ...checkImports(folder, entries),
    ...checkTypes(root, folder, entries, scope),
    ...checkTraining(folder),
    ...(await checkEntrySizes(folder, entries)),
  ];
}
