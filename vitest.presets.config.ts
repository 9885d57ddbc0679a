import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// Rehearses every preset and kills Python apps, each in processes of its own: a gate apart from `pnpm test`.
export default defineConfig({
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: ["test/src/presets/**/*.test.ts", "packages/local/src/agent/python-agent.test.ts"],
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
