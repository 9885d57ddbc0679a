import type { ArchitectureLaw, Budgets } from "./law.ts";
import type { SourceFile, SourceTree, SourceUnit } from "./source-tree.ts";

/** The figures of one unit's hand-written, non-test sources. */
export interface Measurements {
  readonly unit: string;
  readonly files: number;
  readonly lines: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
  readonly casts: number;
  readonly anys: number;
}

/** Measures every unit; generated files and tests are left out. */
export function measure(tree: SourceTree): readonly Measurements[] {
  return [...tree.values()].map(measureUnit).filter(({ files }) => files > 0);
}

/** Says which budget is broken, and for a file that is too long, which file. */
export function checkBudgets(tree: SourceTree, { budgets }: ArchitectureLaw): readonly string[] {
  const tooLong = [...tree.values()].flatMap((unit) =>
    handWritten(unit)
      .filter(({ lines }) => lines > budgets.longestFile)
      .map(({ path, lines }) => `${path} has ${lines} lines; the limit is ${budgets.longestFile}`),
  );
  return [...tooLong, ...measure(tree).flatMap((figures) => brokenBudgets(figures, budgets))];
}

function brokenBudgets({ unit, lines, median, p90, casts, anys }: Measurements, budgets: Budgets): string[] {
  // A small unit may hold what a thousand lines may, or its first cast would already break the budget.
  const thousands = Math.max(1, lines / 1000);
  const problems: string[] = [];
  const limit = (name: string, value: number, most: number): void => {
    if (value > most) problems.push(`${unit}: ${name} is ${round(value)}; the limit is ${most}`);
  };
  // Elsewhere a few files stand side by side, and a quantile of three says nothing.
  if (unit.startsWith("packages/")) {
    limit("the median file length", median, budgets.medianFile);
    limit("the p90 file length", p90, budgets.p90File);
  }
  limit("casts per 1,000 lines", casts / thousands, budgets.castsPerThousandLines);
  limit("`any` per 1,000 lines", anys / thousands, budgets.anyPerThousandLines);
  return problems;
}

function measureUnit(unit: SourceUnit): Measurements {
  const files = handWritten(unit);
  const lengths = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const sum = (count: (file: SourceFile) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    unit: unit.path,
    files: files.length,
    lines: sum(({ lines }) => lines),
    median: quantile(lengths, 0.5),
    p90: quantile(lengths, 0.9),
    longest: lengths.at(-1) ?? 0,
    casts: sum(({ bare }) => countCasts(bare)),
    anys: sum(({ bare }) => countAnys(bare)),
  };
}

function handWritten({ files }: SourceUnit): readonly SourceFile[] {
  return files.filter((file) => !file.isTest && !file.isGenerated);
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}

/** Counts `x as T` on bare text; `as const` and the renames of import and export lists are no casts. */
export function countCasts(bare: string): number {
  const withoutRenames = bare.replace(
    /\b(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?(?:\*\s*as\b|\{[^}]*\})/g,
    "",
  );
  return withoutRenames.match(/[\w$)\]}"'`]\s+as\s+(?!const\b)(?=[\w${([])/g)?.length ?? 0;
}

/** Counts the type `any` on bare text; a property called `any` is none. */
export function countAnys(bare: string): number {
  return bare.match(/(?<![.\w$])any(?![\w$]|\s*[(:])/g)?.length ?? 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
