import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import type { PackageEntry } from "./package-entries.ts";

/** Imports every entry in a plain Node process and holds what arrives against what the source promises. */
export function checkImports(consumer: string, entries: readonly PackageEntry[]): readonly string[] {
  return entries.flatMap(({ specifier, values }) => {
    const file = join(consumer, "probe.mjs");
    writeFileSync(
      file,
      `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(specifier)}))));\n`,
    );
    const { code, stdout, output } = runCommand(consumer, [process.execPath, file]);
    if (code !== 0) return [`import("${specifier}") fails in plain Node:\n${output}`];
    const found: readonly string[] = JSON.parse(stdout);
    return values
      .filter((name) => !found.includes(name))
      .map((name) => `"${specifier}" does not export ${name}`);
  });
}
