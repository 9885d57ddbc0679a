import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { mustRun } from "../run-command.ts";
import { formatFiles } from "./format-files.ts";
import { generate, type Origin } from "./generate.ts";
import { namesOf } from "./names.ts";
import type { Notes } from "./note.ts";
import { readCheckout } from "./read-checkout.ts";
import { scaffold } from "./scaffold.ts";

/** What was done for a checkout. */
export interface Synced {
  readonly framework: string;
  readonly folder: string;
  readonly models: number;
  readonly hyperparameters: number;
  /** Hand-written files that were begun, since the framework is new. */
  readonly begun: readonly string[];
}

/**
 * Writes a framework's generated files from a checkout of its app's repository, and begins the hand-written
 * ones where there are none. What people wrote is never touched.
 *
 * @param into the folder that holds one folder per framework.
 */
export async function syncCatalog(
  checkout: string,
  into: string,
  said: Partial<Origin> = {},
): Promise<Synced> {
  const facts = readCheckout(checkout);
  const names = namesOf(facts.name);
  const folder = join(into, names.folder);
  const notesFile = join(folder, "notes.ts");
  const origin = originOf(checkout, said);
  const generated = generate(facts, origin, names, await readNotes(notesFile, `${names.value}Notes`));
  mkdirSync(folder, { recursive: true });
  const begun = Object.entries(scaffold(facts, names)).filter(([file]) => !existsSync(join(folder, file)));
  const written = [...Object.entries(generated), ...begun];
  for (const [file, source] of written) writeFileSync(join(folder, file), source);
  formatFiles(
    folder,
    written.map(([file]) => file),
  );
  return {
    framework: facts.name,
    folder,
    models: facts.models.length,
    hyperparameters: facts.hyperparameters.items.length,
    begun: begun.map(([file]) => file),
  };
}

async function readNotes(file: string, name: string): Promise<Notes> {
  if (!existsSync(file)) return {};
  const module: Readonly<Record<string, Notes>> = await import(pathToFileURL(resolve(file)).href);
  return module[name] ?? {};
}

/** What git says of the checkout, where the caller does not. */
function originOf(checkout: string, said: Partial<Origin>): Origin {
  const git = (...args: string[]) => mustRun(checkout, ["git", ...args]).trim();
  return {
    repo:
      said.repo ??
      git("remote", "get-url", "origin")
        .replace(/\.git$/, "")
        .split(/[/:]/)
        .slice(-2)
        .join("/"),
    release: said.release ?? git("describe", "--tags", "--abbrev=0"),
  };
}
