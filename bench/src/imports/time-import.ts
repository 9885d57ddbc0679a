import { spawnSync } from "node:child_process";

/** What loading something took, as the median of several fresh processes. */
export interface ImportTime {
  readonly what: string;
  readonly milliseconds: number;
  /** Memory of the process above one that loads nothing, in MiB. */
  readonly megabytes: number;
}

/** A program that prints `{"ms":…,"mb":…}` as its last line. */
export interface ImportProgram {
  readonly what: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
}

/** Times programs in turn, round by round, so that a machine's mood meets all of them alike. */
export function timeImports(programs: readonly ImportProgram[], rounds: number): readonly ImportTime[] {
  const figures = programs.map(() => [] as { ms: number; mb: number }[]);
  for (let round = 0; round < rounds; round++)
    for (const [at, program] of programs.entries()) figures[at]?.push(runOnce(program));
  return programs.map(({ what }, at) => ({
    what,
    milliseconds: median((figures[at] ?? []).map(({ ms }) => ms)),
    megabytes: median((figures[at] ?? []).map(({ mb }) => mb)),
  }));
}

/** Imports modules in plain Node, from a package's folder. */
export function nodeImport(what: string, specifiers: readonly string[], cwd: string): ImportProgram {
  const code = `const b = process.memoryUsage().rss, t = performance.now();
for (const s of ${JSON.stringify(specifiers)}) await import(s);
console.log(JSON.stringify({ ms: performance.now() - t, mb: (process.memoryUsage().rss - b) / 2 ** 20 }));`;
  return { what, command: [process.execPath, "--input-type=module", "-e", code], cwd };
}

function runOnce({ what, command, cwd }: ImportProgram): { ms: number; mb: number } {
  const [program, ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${what} cannot be loaded:\n${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
