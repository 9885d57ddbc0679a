import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// Rehearses every preset, kills Python apps and starts under faults, in processes of their own: a gate apart from `pnpm test`.
export default defineConfig({
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: [
      "test/src/presets/**/*.test.ts",
      "packages/local/src/agent/python-agent.test.ts",
      "bench/src/faults/**/*.test.ts",
    ],
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
