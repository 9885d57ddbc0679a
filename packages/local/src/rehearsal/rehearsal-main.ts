import { runTrainApp } from "@trainyard/app";
import { frameworks } from "@trainyard/presets";
import { rehearsalApp } from "./rehearsal-app.ts";

// The process of a task: which framework it rehearses is said by the agent that starts it.
const name = process.env.TRAINYARD_FRAMEWORK;
const framework = frameworks.find((candidate) => candidate.name === name);
if (framework === undefined) throw new Error(`There is no framework ${name}.`);
await runTrainApp(rehearsalApp(framework));
