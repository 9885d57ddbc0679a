import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * Most type instantiations that six chains of thirty calls may cost over the imports, and the imports themselves: an
 * editor repeats them as one types. Measured with TypeScript 7.0.2: 2291 for the chains, 87 986 for the imports.
 */
const budget = { chains: 5_800, imports: 180_000 };

const root = resolve(import.meta.dirname, "../../..");

function instantiations(fixture: string): number {
  const dir = mkdtempSync(join(tmpdir(), "trainyard-types-"));
  try {
    const project = join(dir, "tsconfig.json");
    const compilerOptions = { typeRoots: [join(root, "node_modules/@types")], noEmit: true };
    const files = [join(import.meta.dirname, "fixtures", fixture)];
    const config = { extends: join(root, "tsconfig.check.json"), compilerOptions, include: [], files };
    writeFileSync(project, JSON.stringify(config));
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", project, "--extendedDiagnostics"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(status, stdout).toBe(0);
    const figure = /^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1];
    if (figure === undefined) throw new Error(`The compiler gave no figure:\n${stdout}`);
    return Number(figure);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

describe("the types of a chain", () => {
  it("cost the compiler no more than their budget, with all six frameworks imported", () => {
    const [imports, chains] = [instantiations("imports.ts"), instantiations("chains.ts")];
    console.log(`Instantiations: ${chains - imports} for 180 calls, over ${imports} for the imports.`);
    expect(chains - imports).toBeLessThan(budget.chains);
    expect(imports).toBeLessThan(budget.imports);
    expect(chains).toBeGreaterThan(imports);
  }, 60_000);
});
