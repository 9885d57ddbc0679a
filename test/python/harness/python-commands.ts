/** A command of the Python tests. It gets the environment that README.md names, and ends in a line that counts. */
export interface PythonCommand {
  readonly name: string;
  readonly run: readonly [program: string, ...args: string[]];
}

/** Every command, in order. A new one is a line here. */
export function pythonCommands(python: string): readonly PythonCommand[] {
  const vitest = [process.execPath, "node_modules/vitest/vitest.mjs", "run"] as const;
  return [
    { name: "sdk", run: [python, "test/python/sdk.py"] },
    { name: "traps-client", run: [python, "test/python/traps_client.py"] },
    { name: "traps-app", run: [python, "test/python/traps_app.py"] },
    { name: "faults", run: [python, "test/python/faults.py"] },
    { name: "vitest", run: [...vitest, "--config", "test/python/vitest.config.ts"] },
  ];
}
