import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { compare } from "@trainyard/core/compare";
import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";

/** `compare`: experiments side by side. */
export function addCompare(program: Command, work: WorkPlace): void {
  program
    .command("compare <refs...>")
    .description("what differs between experiments, then their metrics; <refs> are refs or ids of tasks")
    .option("--csv", "prints comma-separated values")
    .option("--html <file>", "writes a page with charts")
    .action(async (refs: readonly string[], { csv = false, html }: { csv?: boolean; html?: string }) => {
      const comparison = await compare(work.instance(), refs);
      if (html !== undefined) {
        const page = `<!doctype html><meta charset="utf-8"><title>Comparison</title>${comparison.toHtml()}\n`;
        await writeFile(resolve(work.cwd, html), page);
      }
      work.print(comparison, csv ? comparison.toCsv().trimEnd() : String(comparison));
    });
}
