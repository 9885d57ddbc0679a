import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import root from "../../vitest.config.ts";

/** Tests that ask a Python interpreter: the one in TRAINYARD_PYTHON. */
export default defineConfig({
  ...root,
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: { ...root.test, include: ["test/python/*.test.ts"], exclude: [] },
});
