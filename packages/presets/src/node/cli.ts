#!/usr/bin/env node
import { runPresetsCli } from "./run-presets-cli.ts";

// A package manager hands its own separator on.
const [first, ...rest] = process.argv.slice(2);
process.exitCode = await runPresetsCli(first === undefined || first === "--" ? rest : [first, ...rest]);
