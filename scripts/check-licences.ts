import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeLicences } from "./licences/judge-licences.ts";
import { printLicences } from "./licences/print-licences.ts";
import { readLicences } from "./licences/read-licences.ts";

// `--write` also writes the site's page, which is not committed: it follows what is installed.
const root = join(import.meta.dirname, "..");
const all = readLicences(root, false);
if (process.argv.includes("--write"))
  writeFileSync(join(root, "docs/licences.md"), printLicences(readLicences(root, true), all));
const problems = judgeLicences(all);
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(`${Object.values(all).flat().length} packages, ${Object.keys(all).length} licences`);
process.exitCode = problems.length === 0 ? 0 : 1;
