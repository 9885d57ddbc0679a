import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// The pages in a real Chromium (CHROMIUM names it; default /usr/bin/chromium): a gate apart from `pnpm test`.
export default defineConfig({
  ssr: { resolve: { conditions: ["source", ...defaultServerConditions] } },
  test: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: "scripts/ui/build-before-tests.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
