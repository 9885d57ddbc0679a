import { defaultServerConditions } from "vite";
import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "scripts/**/*.test.ts",
      "test/**/*.test.ts",
      "bench/**/*.test.ts",
    ],
    // A gate of its own: `pnpm test:presets`.
    exclude: [...configDefaults.exclude, "test/src/presets/**"],
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
