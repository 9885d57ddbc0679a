#!/usr/bin/env node
import { createInterface } from "node:readline/promises";
import { runCli } from "./run-cli.ts";

/** Asks whoever sits at the terminal. */
async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

// A package manager hands its own separator on.
const [first, ...rest] = process.argv.slice(2);
const args = first === undefined ? ["--help"] : first === "--" ? rest : [first, ...rest];
process.exitCode = await runCli(args, process.stdin.isTTY && process.stderr.isTTY ? { ask } : {});
