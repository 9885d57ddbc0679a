#!/usr/bin/env node
import { runCli } from "./run-cli.ts";

// A package manager hands its own separator on.
const [first, ...rest] = process.argv.slice(2);
process.exitCode = await runCli(first === undefined || first === "--" ? rest : [first, ...rest]);
