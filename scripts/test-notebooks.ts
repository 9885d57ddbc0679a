import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countHtml, judgeNotebook, type Notebook, type Output } from "./notebooks/judge-notebook.ts";
import { makeVenv } from "./notebooks/make-venv.ts";
import { packPackages } from "./package/pack-packages.ts";
import { installTools } from "./packed/install-tools.ts";
import { mustRun } from "./run-command.ts";

const root = process.cwd();
const notebooks = join(root, "docs/notebooks");
const work = mkdtempSync(join(tmpdir(), "trainyard-notebooks-"));
try {
  const tools = join(import.meta.dirname, "notebooks");
  const python = makeVenv(join(tools, ".venv"), join(tools, "requirements.txt"));
  const folder = installTools(work, "project", [...(await packPackages(root, work)), "deno@2"]);
  writeFileSync(join(folder, "deno.json"), JSON.stringify({ nodeModulesDir: "manual" }));
  addKernel(join(work, "jupyter"), join(folder, "node_modules/deno/bin.cjs"));
  process.env.JUPYTER_PATH = join(work, "jupyter");
  process.env.DENO_DIR = join(work, "deno");
  const names = readdirSync(notebooks).filter((name) => name.endsWith(".ipynb"));
  const problems = names.flatMap((name) => execute(python, join(tools, "run_notebook.py"), name, folder));
  for (const problem of problems) console.log(`✗ ${problem}`);
  console.log(`${names.length} notebooks, ${problems.length} problems`);
  process.exitCode = problems.length === 0 && names.length > 0 ? 0 : 1;
} catch (error) {
  console.log(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function addKernel(jupyter: string, deno: string): void {
  mkdirSync(join(jupyter, "kernels/deno"), { recursive: true });
  const argv = [process.execPath, deno, "jupyter", "--kernel", "--conn", "{connection_file}"];
  const kernel = { argv, display_name: "Deno", language: "typescript" };
  writeFileSync(join(jupyter, "kernels/deno/kernel.json"), JSON.stringify(kernel));
}

interface Executed {
  readonly notebook: Notebook;
  readonly probe: { readonly outputs: readonly Output[] };
}

function execute(python: string, script: string, name: string, folder: string): readonly string[] {
  const started = performance.now();
  const said = mustRun(folder, [python, script, join(notebooks, name), folder]);
  const { notebook, probe }: Executed = JSON.parse(said);
  const shown = String(probe.outputs[0]?.data?.["text/plain"] ?? "");
  // Deno prints a text in colours and quotes.
  const token = /"([^"]+)"/.exec(shown)?.[1] ?? "";
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  console.log(`${name}: ${countHtml(notebook)} outputs as HTML, ${seconds} s`);
  return judgeNotebook(name, notebook, token);
}
