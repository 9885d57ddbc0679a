import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// Rehearses every preset, each in processes of its own: a minute or two, so it is a gate apart from `pnpm test`.
export default defineConfig({
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: { include: ["test/src/presets/**/*.test.ts"], unstubEnvs: true },
});
