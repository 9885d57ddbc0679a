import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runPresetsCli } from "./run-presets-cli.ts";

const team = (epochs: number) => `presets:
  - id: acme/detect
    version: 1.0.0
    about: Our line cameras.
    extends: yolo/fast
    lock: [split]
    spec: { tune: { epochs: ${epochs} } }
`;
let cwd = "";
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "trainyard-presets-"));
});
afterEach(() => rm(cwd, { recursive: true }));

async function run(...args: string[]) {
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  const code = await runPresetsCli(args, { cwd, env: {}, out: say, err: say });
  return { code, text: lines.join("\n") };
}

describe("trainyard-presets", () => {
  it("lists the package's presets, by task and framework", async () => {
    const { code, text } = await run("list", "--framework", "yolo", "--task", "instance segmentation");
    expect(code).toBe(0);
    expect(text).toContain("yolo/segmentation/fast@1.0.0");
    expect(text).not.toContain("yolo/fast@");
  });

  it("shows what a preset of a file sets over the defaults, and what it locks", async () => {
    await writeFile(join(cwd, "team.presets.yaml"), team(7));
    const { code, text } = await run("show", "acme/detect", "--from", ".");
    expect(code).toBe(0);
    expect(text).toMatch(/tune\.epochs +7 +100/);
    expect(text).toContain("Locks split.");
    expect(JSON.parse((await run("show", "acme/detect", "--from", ".", "--json")).text)).toMatchObject({
      parents: ["yolo/fast@1.0.0"],
    });
  });

  it("tells what differs between two presets, and so does its exit code", async () => {
    expect(await run("diff", "yolo/fast", "yolo/fast@1.0.0")).toMatchObject({ code: 0 });
    const { code, text } = await run("diff", "yolo/fast", "yolo/balanced");
    expect(code).toBe(1);
    expect(text).toMatch(/tune\.epochs +50 +100/);
  });

  it("validates files, and fails for one that is wrong", async () => {
    await writeFile(join(cwd, "team.presets.yaml"), team(7));
    expect(await run("validate", "team.presets.yaml")).toEqual({
      code: 0,
      text: "acme/detect@1.0.0: good\n1 presets, 0 errors.",
    });
    await writeFile(join(cwd, "team.presets.yaml"), team(7).replace("tune:", "tuen:"));
    expect(await run("validate", "team.presets.yaml")).toMatchObject({ code: 1 });
    await writeFile(
      join(cwd, "team.presets.yaml"),
      team(7).replace("tune: { epochs: 7 }", "benchmark: false, speedtest: true"),
    );
    const { code, text } = await run("validate", "team.presets.yaml");
    expect(code).toBe(1);
    expect(text).toMatch(
      /error line 7, speedtest: The speed test is part of the model benchmark, which is off\./,
    );

    const second =
      "  - id: acme/other\n    version: 1.0.0\n    about: Another.\n    extends: yolo/fats\n    spec: {}\n";
    await writeFile(join(cwd, "team.presets.yaml"), team(7).replace("epochs: 7", "epocs: 7") + second);
    const both = await run("validate", "team.presets.yaml");
    expect(both.text).toMatch(/error line 7, tune\.epocs: .* Did you mean "epochs"\?/);
    expect(both.text).toMatch(/acme\/other@1\.0\.0:\n {2}error .*there is no preset "yolo\/fats"/);

    await writeFile(join(cwd, "team.presets.yaml"), team(7).replace("1.0.0", "1").replace("lock:", "lokc:"));
    const form = await run("validate", "team.presets.yaml");
    expect(form.text).toMatch(/presets\.yaml:3: presets\.0\.version/);
    expect(form.text).toMatch(/presets\.yaml:6: presets\.0\.lokc/);
  });

  it("says of a preset that cannot be started from code that it cannot", async () => {
    const { text } = await run("list", "--framework", "MVD");
    expect(text).toContain("Cannot be started from code: ");
    expect(text.split("\n").length).toBeGreaterThan(1);
  });

  it("pins presets, and refuses one that changed under its version", async () => {
    await writeFile(join(cwd, "team.presets.yaml"), team(7));
    expect(await run("pin", "acme/detect", "--from", ".")).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(join(cwd, "presets.lock.json"), "utf8"))).toMatchObject({
      lockVersion: 1,
    });
    expect(await run("show", "acme/detect", "--from", ".", "--lock", "presets.lock.json")).toMatchObject({
      code: 0,
    });
    await writeFile(join(cwd, "team.presets.yaml"), team(8));
    const changed = await run("show", "acme/detect", "--from", ".", "--lock", "presets.lock.json");
    expect(changed.code).toBe(1);
    expect(changed.text).toContain(
      "PRESET_CHANGED: acme/detect@1.0.0 says something else than when it was pinned",
    );
  });

  it("takes presets from an installed package without running its code", async () => {
    const folder = join(cwd, "node_modules", "@acme", "presets");
    await mkdir(join(folder, "presets"), { recursive: true });
    await writeFile(join(folder, "index.js"), "throw new Error('run');");
    await writeFile(join(folder, "presets", "line.presets.yaml"), team(3));
    expect((await run("list", "--from", "@acme/presets")).text).toContain("acme/detect@1.0.0");
  });

  it("says which team id is none, instead of that none was given", async () => {
    const lines: string[] = [];
    const env = { SERVER_ADDRESS: "http://127.0.0.1:9", API_TOKEN: "token" };
    const code = await runPresetsCli(["pull", "x", "--team", "seven"], {
      cwd,
      env,
      out: () => {},
      err: (text) => lines.push(text),
    });
    expect({ code, text: lines.join("\n") }).toEqual({
      code: 2,
      text: expect.stringContaining("--team seven is no team id"),
    });
  });

  it("does not follow a link out of the folder", async () => {
    await mkdir(join(cwd, "inside"));
    await writeFile(join(cwd, "secret.yaml"), team(3));
    await symlink(join(cwd, "secret.yaml"), join(cwd, "inside", "a.presets.yaml"));
    const { code, text } = await run("list", "--from", "inside");
    expect(code).toBe(1);
    expect(text).toContain("leads out of its folder");
  });

  it.each([
    [[], 2, "trainyard-presets: named"],
    [["--help"], 0, "Exit code"],
    [["lst"], 2, "There is no command lst."],
    [["show"], 2, "Usage: trainyard-presets show"],
    [["list", "--froom", "x"], 2, "--froom"],
    [["show", "yolo/fsat"], 1, 'Did you mean "yolo/fast"?'],
    [["list", "--from", "nowhere"], 1, "nowhere is no file, folder or installed package"],
    [["pull", "x"], 1, "ENV_INVALID"],
    [["list", "--framework", "yollo"], 2, 'Did you mean "YOLO"?'],
    [["list", "--task", "detction"], 2, "object detection"],
  ])("answers %j with exit code %d", async (args, code, text) => {
    const result = await run(...args);
    expect(result.code).toBe(code);
    expect(result.text).toContain(text);
  });
});
