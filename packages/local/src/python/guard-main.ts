// The leader of a Python app's process group: starts the app, says when it answers, and ends the group with the instance.
import { spawn } from "node:child_process";
import { request } from "node:http";
import { finished } from "node:stream/promises";
import { endOrphans, signalGroup } from "./end-group.ts";
import { entryCommand } from "./entry-command.ts";
import { freePort } from "./free-port.ts";
import { guardOrder } from "./guard-order.ts";

const { launch, grace } = guardOrder(process.env);
delete process.env.TRAINYARD_GUARD;
const folder = process.env.SLY_APP_DATA_DIR ?? "";
const port = await freePort();
const [program, ...args] = entryCommand(launch, port);
// Pipes of its own: Python does not bear the ones that Node shares.
const app = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
app.stdout.pipe(process.stdout);
app.stderr.pipe(process.stderr);
app.once("error", (error) => fail(`The app's command cannot be run: ${error.message}`));
app.once("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 128);
  clearInterval(knock);
  clearTimeout(limit);
  // What the app has left running may hold its pipes open, and may have left the group.
  endOrphans(folder);
  setTimeout(() => process.exit(), 500);
  Promise.all([finished(app.stdout), finished(app.stderr)]).then(
    () => process.exit(),
    () => process.exit(),
  );
});
const limit = setTimeout(
  () => fail(`The app did not answer within ${launch.startup / 1000} seconds, so it was ended.`),
  launch.startup,
);
let isAsking = false;
const knock = setInterval(() => {
  if (isAsking) return;
  isAsking = true;
  const sent = request({ host: "127.0.0.1", port, path: "/", agent: false, timeout: 5000 }, (answer) => {
    answer.resume();
    clearInterval(knock);
    clearTimeout(limit);
    if (process.connected) process.send?.({ type: "listening", port });
  });
  sent.on("timeout", () => sent.destroy());
  sent.on("error", () => {});
  sent.on("close", () => {
    isAsking = false;
  });
  sent.end();
}, 250);
// The group is signalled as a whole: the app hears it too, and its end is this process's.
process.on("SIGTERM", () => {});
process.on("SIGINT", () => {});
process.once("disconnect", () => {
  if (app.exitCode !== null || app.signalCode !== null) return;
  signalGroup(process.pid, "SIGTERM");
  setTimeout(() => {
    endOrphans(folder);
    signalGroup(process.pid, "SIGKILL");
  }, grace);
});

function fail(message: string): void {
  clearInterval(knock);
  clearTimeout(limit);
  process.stderr.write(`${message}\n`, () => signalGroup(process.pid, "SIGKILL"));
}
