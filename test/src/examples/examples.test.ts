import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("an example, run by itself", () => {
  it.each([
    ["preset", "acme/line-cameras"],
    ["embedded", "Drawn scenes"],
    ["plan", "nothing is started yet"],
    ["watch", "Best checkpoint: /experiments/"],
    ["attach", "events after the first of"],
    ["sweep", "Sweep, task 2"],
    ["compare-two-models", "failed: 1"],
  ])(
    "%s ends well and says %j",
    async (name, words) => {
      const args = ["node_modules/tsx/dist/cli.mjs", "--conditions=source", `examples/src/${name}.ts`];
      // It rejects when the exit code is not 0.
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });
      expect(stdout).toContain(words);
      // Where nobody watches a bar, the phases are lines.
      expect(stderr.replaceAll(/^(queued|starting|preparing|training|finalizing|finished)\b.*\n/gm, "")).toBe(
        "",
      );
    },
    120_000,
  );
});
