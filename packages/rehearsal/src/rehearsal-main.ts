import { runTrainApp } from "@trainyard/app";
import { frameworks } from "@trainyard/presets";
import { playTrap } from "./play-trap.ts";
import { rehearsalApp } from "./rehearsal-app.ts";

// The process of a task: which framework it rehearses is said by the agent that starts it.
const name = process.env.TRAINYARD_FRAMEWORK;
const framework = frameworks.find((candidate) => candidate.name === name);
if (framework === undefined) throw new Error(`There is no framework ${name}.`);
if (framework.projectType !== "images") {
  // The last words of a process stand in its task's error.
  console.error(
    `${framework.name} trains on ${framework.projectType}, which this instance does not keep: it cannot be rehearsed here.`,
  );
  process.exit(1);
}
await runTrainApp(rehearsalApp(framework), playTrap(process.env, framework));
