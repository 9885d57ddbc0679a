import { buildUi } from "../build-ui.ts";

/** Vitest calls it once before all tests. */
export const setup = (): Promise<void> => buildUi(process.cwd());
