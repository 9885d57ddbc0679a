import { defaultServerConditions } from "vite";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "scripts/**/*.test.ts",
      "test/**/*.test.ts",
      "bench/**/*.test.ts",
    ],
    // Gates of their own: `pnpm test:presets`, and `pnpm test:python`, which needs an interpreter.
    exclude: [
      ...configDefaults.exclude,
      "test/src/presets/**",
      "bench/src/faults/**",
      "packages/local/src/agent/python-agent.test.ts",
      "test/browser/**",
      "test/python/*.test.ts",
      "packages/rehearsal/test/**",
    ],
    // The pages are built before the first test, where they are missing or old.
    globalSetup: "scripts/ui/build-before-tests.ts",
    // It has a `source` of its own, which only a transformer can read.
    server: { deps: { inline: ["eventsource", "@modelcontextprotocol/client"] } },
    // One set of modules for all files of a worker: nothing has an effect when it is imported, so they cannot meet.
    isolate: false,
    // Most of the time goes by in child processes and on loopback, so both cores of a small machine are used.
    maxWorkers: 2,
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
