import { readPackages } from "../../package/package-entries.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const versions = { "5.9": "ts59", "6.0": "ts60", "7.0": "ts70" } as const;
const resolutions = [{ module: "nodenext" }, { module: "esnext", moduleResolution: "bundler" }] as const;

/** Every name of every entry, under three compilers and both ways to find modules. */
export const typescript: PackedConsumer = {
  name: "typescript",
  tools: [
    ...Object.entries(versions).map(([version, alias]) => `${alias}@npm:typescript@~${version}.0`),
    "@types/node@20",
  ],
  fast: false,
  run({ folder, root }) {
    const entries = readPackages(root).flatMap((one) => one.entries);
    writeFiles(folder, Object.fromEntries(entries.map((entry, i) => [`entry-${i}.ts`, useAll(entry)])));
    return Object.values(versions).flatMap((alias) =>
      resolutions.flatMap((resolution) => {
        const compilerOptions = { ...options, ...resolution };
        const config = `tsconfig.${alias}.${resolution.module}.json`;
        writeFiles(folder, { [config]: JSON.stringify({ compilerOptions, include: ["entry-*.ts"] }) });
        return expectOutput(folder, [process.execPath, `node_modules/${alias}/bin/tsc`, "-p", config]);
      }),
    );
  },
};

const options = { target: "es2023", strict: true, noEmit: true, skipLibCheck: true, types: ["node"] };

function useAll({
  specifier,
  values,
  types,
}: {
  readonly specifier: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}): string {
  return [
    `import { ${values.join(", ")} } from "${specifier}";`,
    `import type { ${types.join(", ")} } from "${specifier}";`,
    `export const used: readonly unknown[] = [${values.join(", ")}];`,
  ].join("\n");
}
