import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A made repository in a temporary folder, removed at the end of the `using` block. */
export interface MadeTree extends Disposable {
  readonly root: string;
}

/** Writes `files` (path to text) under a fresh folder. */
export function makeTree(files: Readonly<Record<string, string>>): MadeTree {
  const root = mkdtempSync(join(tmpdir(), "trainyard-tree-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
