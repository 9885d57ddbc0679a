import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePackage } from "../package/package-entries.ts";
import { reportPackage } from "./report-package.ts";

/** Holds each package's declarations against its committed report; with `update`, writes the reports. */
export function checkApi(
  root: string,
  consumer: string,
  packages: readonly WorkspacePackage[],
  update: boolean,
): readonly string[] {
  return packages.flatMap(({ folder, name }) => {
    const file = join(root, "packages", folder, "api-report.txt");
    const report = reportPackage(join(consumer, "node_modules", name));
    if (update) writeFileSync(file, report);
    const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
    return committed === report ? [] : [differ(name, folder, committed, report)];
  });
}

/** The first lines that are new or gone, so that a log tells enough. */
function differ(name: string, folder: string, before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `  - ${line}`);
  const added = now.filter((line) => !old.includes(line)).map((line) => `  + ${line}`);
  const shown = [...gone.slice(0, 10), ...added.slice(0, 10)].join("\n");
  return `${name} declares otherwise than packages/${folder}/api-report.txt (pnpm check:package --update):\n${shown}`;
}
