import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCli } from "trainyard";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let cwd: string;
beforeAll(async () => {
  world = await startSampleWorld(12);
  cwd = mkdtempSync(join(tmpdir(), "trainyard-command-"));
}, 60_000);
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  rmSync(cwd, { recursive: true, force: true });
});

async function run(args: string, ask?: (question: string) => Promise<boolean>) {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { SERVER_ADDRESS: world.local.address, API_TOKEN: world.local.token, HOME: cwd };
  const code = await runCli(args.split(" "), {
    ...{ cwd, env, out: (text) => out.push(text), err: (text) => err.push(text) },
    ...(ask === undefined ? {} : { ask }),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
const training = () =>
  `--project scenes --model YOLO/YOLO26n-det --split tags:train/val --tune epochs=1 --no-benchmark`;

describe("trainyard", () => {
  it("teaches what there is, by --help of the whole and of a command", async () => {
    const help = await run("--help");
    expect(help).toMatchObject({ code: 0, err: "" });
    for (const name of [
      "init",
      "check",
      "plan",
      "start",
      "attach",
      "stop",
      "runs",
      "experiments",
      "compare",
      "sweep",
    ])
      expect(help.out).toContain(`  ${name}`);
    expect((await run("start --help")).out).toMatch(/the same key starts\s+nothing twice/);
    expect(await run("strat")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Did you mean start?"),
    });
    expect((await run("presets list --framework yolo")).out).toContain("yolo/fast");
  });

  it("checks without an instance: 0 for good, 2 with every mistake and its mend", async () => {
    expect(await run(`check ${training()}`)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^warning tune\.epochs/),
    });
    expect(await run("check --project 1 --model YOLO/YOLO26n-det")).toMatchObject({
      code: 0,
      out: "Nothing is wrong.",
    });
    const wrong = await run("check --project 1 --model YOLO/YOLO26n-dte --tune epocs=3");
    expect(wrong.code).toBe(2);
    expect(wrong.out).toMatch(/YOLO26n-det[\s\S]*Did you mean "epochs"/);
    expect(JSON.parse((await run("check --json --project 1")).out)).toMatchObject({
      problems: [{ code: "STEP_MISSING" }],
    });
    expect(await run("check --split luck")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Write random:80"),
    });
    expect(await run("check -f nowhere.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("cannot be read"),
    });
  });

  it("takes a training from a YAML file and a module, options over it", async () => {
    writeFileSync(
      join(cwd, "t.yaml"),
      "preset: yolo/smoke\nproject: scenes\nsplit: { by: tags, train: train, val: val }\n",
    );
    expect((await run("plan -f t.yaml --tune epochs=7 --json")).out).toContain('"epochs: 7');
    writeFileSync(join(cwd, "t.mjs"), 'export default { project: "scenes", model: "YOLO/YOLO26n-det" };\n');
    expect((await run("plan -f t.mjs")).out).toContain("nothing is started yet");
    writeFileSync(join(cwd, "bad.yaml"), "project: [1\n");
    expect(await run("plan -f bad.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("bad.yaml"),
    });
  });

  it("shows the plan and asks; starts only on yes, or with --yes where nobody is asked", async () => {
    expect(await run(`start ${training()}`)).toMatchObject({
      code: 2,
      err: expect.stringContaining("Add --yes."),
    });
    const no = await run(`start ${training()} --key asked`, async () => false);
    expect(no).toMatchObject({ code: 1, err: expect.stringContaining("nothing is started yet") });
    const yes = await run(`start ${training()} --key asked --json`, async () => true);
    expect(yes.code).toBe(0);
    expect(JSON.parse(yes.out)).toMatchObject({
      framework: "YOLO",
      bestCheckpoint: expect.stringMatching(/best\.pt$/),
    });
    const again = await run(`start ${training()} --key asked --yes --detach`);
    expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/\/apps\/sessions\/\d+$/) });
    expect(again.err).toContain("Found: ");
  }, 60_000);

  it("watches, lists, compares and stops what was started anywhere", async () => {
    const second = await run(`start ${training()} --key second --yes --tune epochs=2`);
    expect(second.code).toBe(0);
    const listed = JSON.parse((await run("experiments --json")).out);
    const ids = listed.map(({ taskId }: { taskId: number }) => taskId);
    expect(ids.length).toBeGreaterThan(1);
    expect((await run(`attach ${ids[0]} --status`)).out).toContain("Run finished");
    const compared = await run(`compare ${ids[0]} ${ids[1]}`);
    expect(compared.out).toMatch(/^Comparison of 2 experiments/);
    expect((await run(`compare ${ids[0]} ${ids[1]} --csv`)).out).toMatch(/^,/);
    expect((await run("runs --workspace 1")).out).toContain(`${world.local.address}/apps/sessions/${ids[0]}`);
    const long = await run(`start ${training()} --tune epochs=400 --yes --detach`);
    expect(await run(`stop ${long.out}`)).toMatchObject({ code: 0, out: expect.stringContaining("stopped") });
    expect(await run(`attach ${long.out}`)).toMatchObject({
      code: 1,
      err: expect.stringContaining("TASK_STOPPED"),
    });
    expect(await run(`attach ${ids[0]} --timeout soon`)).toMatchObject({ code: 2 });
    const unsigned = await run(`attach ${ids[0]} --notify http://127.0.0.1:9/`);
    expect(unsigned).toMatchObject({ code: 2 });
    expect(unsigned.err).toContain("TRAINYARD_NOTIFY_SECRET");
    expect(await run("attach 4711 --status")).toMatchObject({ code: 2 });
  }, 60_000);

  it("gives up a wait in time: 3, and the training goes on", async () => {
    const long = await run(`start ${training()} --tune epochs=400 --yes --detach`);
    expect(await run(`attach ${long.out} --timeout 300ms`)).toMatchObject({ code: 3 });
    await run(`stop ${long.out}`);
  }, 60_000);

  it("sweeps, and says what the best is", async () => {
    const swept = await run(
      `sweep ${training().replace(" --no-benchmark", "")} --axis tune.epochs=1,2 --key swept --yes`,
    );
    expect(swept.code).toBe(0);
    expect(swept.out).toMatch(/Best: \/experiments\//);
    expect(await run(`sweep ${training()} --axis epochs=1 --key swept --yes`)).toMatchObject({ code: 2 });
  }, 60_000);

  it("takes a real app before its rehearsal, --rehearse the rehearsal, and the plan says which and why", async () => {
    const checkout = join(cwd, "real");
    mkdirSync(checkout);
    const config = {
      ...{ name: "Train YOLO", version: "9.9.9", need_gpu: false },
      ...{ categories: ["train", "framework:YOLO"], entrypoint: "python3 main.py" },
    };
    writeFileSync(join(checkout, "config.json"), JSON.stringify(config));
    writeFileSync(join(checkout, "main.py"), "");
    const instance = join(world.dir, "instance");
    const app = (verb: string) => run(`local app ${verb} ${checkout} --dir ${instance} --python python3`);
    expect((await app("add")).code).toBe(0);
    const asked = "plan --project scenes --model YOLO/YOLO26n-det";
    const plan = async (more: string) => JSON.parse((await run(`${asked} --json${more}`)).out);
    const real = await plan("");
    expect(real.app).toMatchObject({
      name: "Train YOLO",
      reason: expect.stringContaining("before its rehearsal"),
    });
    const codes = real.warnings.map(({ code }: { code: string }) => code);
    expect(codes).not.toContain("TRAIN_APP_AMBIGUOUS");
    const rehearsed = await plan(" --rehearse");
    expect(rehearsed.app.name).toMatch(/\(rehearsal\)$/);
    expect((await run(`${asked} --rehearse`)).out).toContain("the rehearsal, as task.rehearse asks");
    expect((await app("remove")).code).toBe(0);
    expect((await plan("")).app).not.toHaveProperty("reason");
  });

  it("writes files to begin with, and nothing over anybody's own", async () => {
    expect((await run("init begin")).out).toContain("training.yaml, team.presets.yaml, train.mjs, local.env");
    expect(await run("init begin")).toMatchObject({ code: 0, out: expect.stringContaining("nothing") });
    expect(await run("presets validate begin/team.presets.yaml")).toMatchObject({ code: 0 });
    expect(await run("check -f begin/training.yaml")).toMatchObject({ code: 0 });
  });

  it("never prints the token", async () => {
    const said = await Promise.all(
      [`plan ${training()}`, `plan ${training()} --json`, "plan --project 4711 --model YOLO/YOLO26n-det"].map(
        (args) => run(args),
      ),
    );
    expect(JSON.stringify(said)).not.toContain(world.local.token);
  });
});
