import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests that ask a Python interpreter: the one in TRAINYARD_PYTHON. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  ssr: { resolve: { conditions: ["source", "module", "node"] } },
  test: {
    include: [
      "test/python/*.test.ts",
      "packages/pyyaml/test/pyyaml.test.ts",
      "packages/rehearsal/test/coco.test.ts",
    ],
    testTimeout: 20_000,
    unstubEnvs: true,
  },
});
