import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Recording } from "./recording.ts";
import { worldOf } from "./recording.ts";
import { startReplayServer } from "./replay-server.ts";

/** Makes the calls of further-cases.json with the platform's SDK, and writes down what came of them. */
const [python] = process.argv.slice(2);
if (python === undefined || python === "--help") {
  console.log("Usage: record-further-cases.ts PYTHON   (a Python that has supervisely==6.74.28)");
  process.exit(python === undefined ? 1 : 0);
}
const path = join(import.meta.dirname, "../../fixtures/recordings/further-cases.json");
const worker = spawn(python, [join(import.meta.dirname, "sdk_worker.py")], {
  stdio: ["pipe", "pipe", "inherit"],
  // Sets print in one order every time.
  env: { ...process.env, PYTHONHASHSEED: "0" },
});
const answers = createInterface({ input: worker.stdout })[Symbol.asyncIterator]();
const further: Recording[] = JSON.parse(readFileSync(path, "utf8"));
const rows: string[] = [];
for (const { id, name, expect, world, note, input, faults } of further) {
  const server = await startReplayServer(worldOf(world), faults ?? []);
  worker.stdin.write(`${JSON.stringify({ address: server.address, token: server.token, input })}\n`);
  const answer = await answers.next();
  if (answer.done === true) throw new Error(`The SDK's process ended at ${name}.`);
  const { error, result }: Pick<Recording, "error" | "result"> = JSON.parse(answer.value);
  const startBody = expect === "same-start-body" ? server.startBodies[0] : undefined;
  const outcome = { error, tasksCreated: server.created.length, input, faults };
  const returned = result === undefined || result === null ? undefined : { id: result.id };
  rows.push(JSON.stringify({ id, name, expect, world, note, ...outcome, result: returned, startBody }));
  await server.close();
}
worker.stdin.end();
writeFileSync(path, `[\n${rows.join(",\n")}\n]\n`);
console.log(`${rows.length} calls recorded`);
