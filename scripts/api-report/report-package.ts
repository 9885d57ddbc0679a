import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportedNames, splitDeclarations } from "./split-declarations.ts";

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, { readonly types?: string } | string>>;
}

/** What every entry of an installed package declares, name by name: a change of it is a change for users. */
export function reportPackage(folder: string): string {
  const { name, exports }: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const head = `// The public declarations of ${name}. Written by \`pnpm check:package --update\`; a difference here is one for users.\n`;
  const entries = Object.entries(exports).flatMap(([subpath, target]) =>
    typeof target === "string" || target.types === undefined
      ? []
      : [`\n// ═══ ${name}${subpath.slice(1)}\n\n${reportEntry(join(folder, target.types))}`],
  );
  return `${head}${entries.join("")}`;
}

function reportEntry(file: string): string {
  const text = readFileSync(file, "utf8");
  const own = splitDeclarations(text).map(({ name, text: declared }) => [name, declared] as const);
  const named = exportedNames(text).map(({ name, original, from }) => {
    if (!from.startsWith(".")) return [name, `export { ${name} } from "${from}";`] as const;
    const declared = declaredIn(join(dirname(file), from.replace(/\.[jt]s$/, ".d.ts")), original);
    return [name, name === original ? declared : `${declared}\n// as ${name}`] as const;
  });
  return `${[...own, ...named]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, declared]) => declared)
    .join("\n")}\n`;
}

/** The text of a name in a file; a file that hands it on is named instead. */
function declaredIn(file: string, name: string): string {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const found = splitDeclarations(text).filter((declaration) => declaration.name === name);
  if (found.length > 0) return found.map((declaration) => declaration.text).join("\n");
  const passed = exportedNames(text).find((exported) => exported.name === name);
  if (passed === undefined) return `export ${name}; // declared elsewhere`;
  return passed.from.startsWith(".")
    ? declaredIn(join(dirname(file), passed.from.replace(/\.[jt]s$/, ".d.ts")), passed.original)
    : `export { ${name} } from "${passed.from}";`;
}
