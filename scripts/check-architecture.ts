import { checkArchitecture } from "./architecture/check-all.ts";
import { formatLayers } from "./architecture/format-layers.ts";
import { architectureLaw } from "./architecture-law.ts";
import { formatTable } from "./format-table.ts";

const root = process.argv[2] ?? process.cwd();
const { violations, measurements, entries, folders } = checkArchitecture(root, architectureLaw);

console.log(formatTable(measurements));
console.log(formatTable(entries));
console.log(formatLayers(architectureLaw));
const fullest = [...folders].sort(([, a], [, b]) => b - a).slice(0, 8);
console.log(formatTable(fullest.map(([folder, files]) => ({ folder, files }))));
for (const violation of violations) console.log(`✗ ${violation}`);
console.log(
  violations.length === 0
    ? "The architecture holds."
    : `${violations.length} violations of scripts/architecture-law.ts.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
