import { pnpmCommand } from "../pnpm-command.ts";
import { mustRun } from "../run-command.ts";

/** The names of what is installed, by licence. */
export type Licences = Readonly<Record<string, readonly string[]>>;

/** Binaries of one platform follow the package that takes them, and differ from machine to machine. */
const forOnePlatform = /(?:^|[-/])(?:linux|darwin|win32|android|freebsd|openharmony)/;

/** Asks pnpm what is installed: all of it, or what users install. */
export function readLicences(root: string, users: boolean): Licences {
  const command = [...pnpmCommand(), "licenses", "list", "--json", ...(users ? ["--prod"] : [])] as const;
  const found: Readonly<Record<string, readonly { readonly name: string }[]>> = JSON.parse(
    mustRun(root, [...command]),
  );
  return Object.fromEntries(
    Object.entries(found)
      .map(([licence, packages]) => [licence, namesOf(packages)] as const)
      .filter(([, names]) => names.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function namesOf(packages: readonly { readonly name: string }[]): readonly string[] {
  const names = packages.map(({ name }) => name).filter((name) => !forOnePlatform.test(name));
  return [...new Set(names)].sort();
}
