import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";

const files: Readonly<Record<string, string>> = {
  "training.yaml": `# trainyard plan -f training.yaml
preset: yolo/fast
project: 101 # an id, or a project's name
agent: auto
split: { by: random, percent: 80 }
tune: { epochs: 50 }
exports: [onnx]
`,
  "team.presets.yaml": `# trainyard presets validate team.presets.yaml
presets:
  - id: team/detect
    version: 1.0.0
    about: What our team trains detectors with.
    extends: yolo/balanced
    spec: { tune: { epochs: 120 } }
`,
  "train.mjs": `import { train } from "@trainyard/builder";
import { showProgress } from "@trainyard/core/node";

const plan = await train().on("auto").project(101).use("yolo/fast").export("onnx").plan();
console.log(plan);
console.log(await showProgress(await plan.start()));
`,
  "local.env": `# Who is trained with; keep this file out of git.
SERVER_ADDRESS=https://app.supervisely.com
API_TOKEN=
`,
};

/** `init`: files to begin with. */
export function addInit(program: Command, work: WorkPlace): void {
  program
    .command("init [folder]")
    .description("writes files to begin with: a training, a team's presets, a script, an env file")
    .action(async (folder = ".") => {
      const target = resolve(work.cwd, folder);
      await mkdir(target, { recursive: true });
      const written: string[] = [];
      // Nothing of anybody's is overwritten.
      for (const [name, text] of Object.entries(files))
        await writeFile(resolve(target, name), text, { flag: "wx" }).then(
          () => written.push(name),
          () => work.err(`${name} is there already, and left as it is.`),
        );
      work.print({ folder: target, written }, `Written to ${target}: ${written.join(", ") || "nothing"}.`);
    });
}
