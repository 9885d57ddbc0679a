/** What package.json says of the modules that others load. */
interface Manifest {
  readonly exports?: Readonly<Record<string, { readonly source?: string } | string>>;
  readonly publishConfig?: { readonly bin?: Readonly<Record<string, string>> };
  /** Modules that run in a process of their own or stand in for another, as paths under `src`. */
  readonly otherModules?: readonly string[];
}

/** Paths under `src`, without ending, of every module that is loaded by its own path: entries, commands and the others. */
export function packageModules({
  exports = {},
  publishConfig,
  otherModules = [],
}: Manifest): readonly string[] {
  const entries = Object.values(exports).flatMap((target) =>
    typeof target === "string" || target.source === undefined ? [] : [target.source.replace("./src/", "")],
  );
  const commands = Object.values(publishConfig?.bin ?? {}).map((path) =>
    path.replace("./dist/", "").replace(/\.js$/, ".ts"),
  );
  return [...new Set([...entries, ...commands, ...otherModules])].map((path) => path.replace(/\.ts$/, ""));
}
