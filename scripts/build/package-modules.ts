/** What package.json says of the modules that others load. */
interface Manifest {
  readonly exports?: Readonly<Record<string, { readonly source?: string } | string>>;
  readonly publishConfig?: { readonly bin?: Readonly<Record<string, string>> };
  /**
   * Modules that run in a process of their own or stand in for another: built name to path under `src`. All shared code
   * lies at the top of `dist`, so a module that is found beside other code is built there.
   */
  readonly otherModules?: Readonly<Record<string, string>>;
}

/** Every module that is loaded by its own path: its name under `dist`, without ending, to its path under `src`. */
export function packageModules(manifest: Manifest): Readonly<Record<string, string>> {
  const { exports = {}, publishConfig, otherModules = {} } = manifest;
  const entries = Object.values(exports).flatMap((target) =>
    typeof target === "string" || target.source === undefined ? [] : [target.source.replace("./src/", "")],
  );
  const commands = Object.values(publishConfig?.bin ?? {}).map((path) =>
    path.replace("./dist/", "").replace(/\.js$/, ".ts"),
  );
  const own = [...entries, ...commands].map((path) => [path.replace(/\.ts$/, ""), path]);
  return { ...Object.fromEntries(own), ...otherModules };
}
