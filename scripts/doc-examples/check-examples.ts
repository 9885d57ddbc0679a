import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.ts";
import { type DocExample, findExamples, findUnfenced } from "./find-examples.ts";
import { listDocuments } from "./list-documents.ts";
import { exampleName, writeExamples } from "./write-examples.ts";

/** How many examples were checked, and one line per problem: file, line, column and what the compiler says. */
export interface ExamplesReport {
  readonly examples: number;
  readonly documents: number;
  readonly problems: readonly string[];
}

/** Type-checks every documented example under `root` against the sources; `tsc` is the compiler to run. */
export function checkExamples(root: string, tsc: string): ExamplesReport {
  const documents = listDocuments(root).map((file) => ({
    file,
    text: readFileSync(join(root, file), "utf8"),
  }));
  const examples = documents.flatMap(({ file, text }) => findExamples(file, text));
  const unfenced = documents
    .filter(({ file }) => file.endsWith(".ts"))
    .flatMap(({ file, text }) =>
      findUnfenced(text).map((line) => `${file}:${line} @example without a fence cannot be checked`),
    );
  const project = join(root, ".tsbuild/doc-examples");
  writeExamples(root, project, examples);
  const { code, output } =
    examples.length === 0 ? noExamples : runCommand(project, [tsc, "-p", ".", "--pretty", "false"]);
  const errors = errorsIn(output, examples);
  if (code !== 0 && !located.test(output)) errors.push(`tsc failed: ${output}`);
  return { examples: examples.length, documents: documents.length, problems: [...unfenced, ...errors] };
}

const noExamples = { code: 0, output: "" };
const located = /^(\S+?)\((\d+),(\d+)\): error (.*)$/m;

/** The compiler's errors at the place in the documentation; those inside our sources are the types gate's business. */
function errorsIn(output: string, examples: readonly DocExample[]): string[] {
  const byName = new Map(examples.map((example, i) => [exampleName(i), example]));
  const errors: string[] = [];
  let isOurs = false;
  for (const line of output.split("\n")) {
    const [, name = "", row, column, message] = located.exec(line) ?? [];
    const example = byName.get(name);
    if (message === undefined) {
      if (isOurs && line.trim() !== "") errors.push(`    ${line.trim()}`);
      continue;
    }
    isOurs = example !== undefined;
    if (example === undefined) continue;
    const place = `${example.file}:${example.line + Number(row) - 1}:${example.indent + Number(column)}`;
    errors.push(`${place} ${message}`);
  }
  return errors;
}
