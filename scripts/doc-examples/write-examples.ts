import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { DocExample } from "./find-examples.ts";

/** Writes each example as a module into a fresh project that sees our packages' sources and their dependencies. */
export function writeExamples(root: string, project: string, examples: readonly DocExample[]): void {
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(tsconfig(root, project)));
  linkPackages(root, join(project, "node_modules"));
  examples.forEach((example, i) => {
    writeFileSync(
      join(project, exampleName(i)),
      `${moveRelativeImports(root, project, example)}\nexport {};\n`,
    );
  });
}

/** File name of the n-th example. */
export function exampleName(index: number): string {
  return `example-${index}.ts`;
}

function tsconfig(root: string, project: string): object {
  return {
    extends: relative(project, join(root, "tsconfig.base.json")),
    compilerOptions: {
      noEmit: true,
      composite: false,
      isolatedDeclarations: false,
      allowImportingTsExtensions: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
    },
    include: ["*.ts"],
  };
}

/** Links every package of ours, and everything one of them depends on, as if the project had installed it. */
function linkPackages(root: string, modules: string): void {
  for (const folder of readdirSync(join(root, "packages"))) {
    const installed = join(root, "packages", folder, "node_modules");
    for (const name of existsSync(installed) ? packageNames(installed) : [])
      link(join(installed, name), join(modules, name));
    link(join(root, "packages", folder), join(modules, "@trainyard", folder));
  }
}

function packageNames(modules: string): readonly string[] {
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((sub) => `${name}/${sub}`) : [name],
    );
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path);
}

/** An internal function's example may import its own file; from the project that file is elsewhere. */
function moveRelativeImports(root: string, project: string, { file, code }: DocExample): string {
  return code.replace(/(\bfrom\s*|\bimport\s*\(?\s*)"(\.[^"]*)"/g, (_, before: string, specifier: string) => {
    const target = resolve(root, dirname(file), specifier);
    return `${before}"${relative(project, target)}"`;
  });
}
