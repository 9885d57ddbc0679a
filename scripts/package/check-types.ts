import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import type { PackageEntry } from "./package-entries.ts";

/** Type-checks a consumer that imports every exported name, under `nodenext` and without `skipLibCheck`. */
export function checkTypes(
  root: string,
  consumer: string,
  entries: readonly PackageEntry[],
  scope: string,
): readonly string[] {
  const folder = join(consumer, "types");
  mkdirSync(folder);
  entries.forEach((entry, i) => {
    writeFileSync(join(folder, `entry-${i}.ts`), consumerSource(entry));
  });
  const compilerOptions = {
    module: "nodenext",
    target: "es2023",
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const { code, output } = runCommand(folder, [
    join(root, "node_modules/.bin/tsc"),
    "-p",
    ".",
    "--pretty",
    "false",
  ]);
  const errors = output.split("\n").filter((line) => /^\S.*error TS/.test(line));
  if (code !== 0 && errors.length === 0) return [`tsc failed on the consumer:\n${output}`];
  // Other people's declaration files are theirs to mend; ours and the consumer must be clean.
  return errors.filter((line) => !line.includes("node_modules/") || line.includes(`node_modules/${scope}`));
}

function consumerSource({ specifier, values, types }: PackageEntry): string {
  return [
    `import * as all from "${specifier}";`,
    `import { ${values.join(", ")} } from "${specifier}";`,
    `import type { ${types.join(", ")} } from "${specifier}";`,
    `export const used: readonly unknown[] = [${["all", ...values].join(", ")}];`,
  ].join("\n");
}
