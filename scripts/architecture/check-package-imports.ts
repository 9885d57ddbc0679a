import { builtinModules } from "node:module";
import type { ImportSite } from "./find-imports.ts";
import type { ArchitectureLaw, UnitLaw } from "./law.ts";
import { resolveImport } from "./resolve-import.ts";
import type { SourceFile, SourceTree, SourceUnit } from "./source-tree.ts";

/** Packages import only what the law and their own package.json allow, and each other only by name. */
export function checkPackageImports(tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  return [...tree.values()].flatMap((unit) => {
    const unitLaw = law.units[unit.path];
    if (unitLaw === undefined) return [];
    return unit.files.flatMap((file) =>
      file.imports.flatMap((site) => {
        const problem = problemOf({ tree, law, unit, unitLaw, file, site });
        return problem === undefined ? [] : [`${file.path}:${site.line} ${problem}`];
      }),
    );
  });
}

interface Question {
  readonly tree: SourceTree;
  readonly law: ArchitectureLaw;
  readonly unit: SourceUnit;
  readonly unitLaw: UnitLaw;
  readonly file: SourceFile;
  readonly site: ImportSite;
}

function problemOf(question: Question): string | undefined {
  const { specifier } = question.site;
  if (/^[./]/.test(specifier)) return relativeProblem(question);
  if (specifier.startsWith("node:")) return nodeProblem(question);
  if (builtinModules.includes(specifier)) return `imports "${specifier}" without the node: prefix`;
  if (specifier.startsWith(question.law.scope))
    return ownPackageProblem(question) ?? declaredProblem(question);
  return declaredProblem(question);
}

function relativeProblem({ tree, unit, file, site }: Question): string | undefined {
  const target = resolveImport(tree, file, site.specifier) ?? site.specifier;
  const inside = unit.path.startsWith("packages/") ? `${unit.path}/src/` : `${unit.path}/`;
  if (target.startsWith(inside)) return undefined;
  return `reaches "${target}" by path; import another package by its name`;
}

function nodeProblem({ unit, unitLaw: { node }, file, site }: Question): string | undefined {
  const allowed = file.isTest || (typeof node === "boolean" ? node : node.includes(file.folder));
  return allowed ? undefined : `imports "${site.specifier}", but ${unit.path} runs without Node`;
}

function ownPackageProblem({ tree, law, unit, unitLaw, site }: Question): string | undefined {
  const { specifier } = site;
  const name = specifier.slice(law.scope.length).split("/")[0] ?? "";
  if (!unitLaw.packages.includes(name))
    return `imports "${specifier}", which the law does not allow ${unit.path}`;
  const target = tree.get(`packages/${name}`);
  if (target?.entries.has(specifier)) return undefined;
  return `imports "${specifier}", which is not in that package's exports`;
}

function declaredProblem({ unit, file, site }: Question): string | undefined {
  const name = packageName(site.specifier);
  const declared = file.isTest ? unit.testDependencies : unit.dependencies;
  return declared.has(name)
    ? undefined
    : `imports "${name}", which ${unit.path}/package.json does not declare`;
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
