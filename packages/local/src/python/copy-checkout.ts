import { cp } from "node:fs/promises";
import { basename, relative } from "node:path";

/** What a checkout holds beside the app: neither read by it nor worth copying. */
const left = new Set([
  ".git",
  ".venv",
  "venv",
  "env",
  "node_modules",
  "__pycache__",
  ".pytest_cache",
  ".idea",
]);

/** Copies a checkout for one task: apps write into it, and a change of the original is for the next task. */
export async function copyCheckout(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    // A link out of the checkout would be written through.
    dereference: true,
    filter: (source) => relative(from, source) === "" || !left.has(basename(source)),
  });
}
